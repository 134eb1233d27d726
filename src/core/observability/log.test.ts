import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { createErrandWorld, sendErrand, untilErrandIs } from '../../../tests/world/errands.ts'
import { collectLines } from '../../../tests/world/lines.ts'
import { createNotes } from '../../../tests/world/notes-space.ts'
import { createWorld, register } from '../../../tests/world/world.ts'
import type { Space } from '../space.ts'
import { createLog, withLogContext } from './log.ts'

const Line = z.looseObject({ msg: z.string(), request: z.string().optional(), job: z.string().optional() })

function createTestLog() {
  const { lines, stream } = collectLines()
  return {
    log: createLog({ level: 'info', to: stream }),
    lines,
    parsed: () => lines.map((line) => Line.parse(JSON.parse(line))),
  }
}

test('what is logged within a context carries it, across everything that is awaited, and nothing else does', async () => {
  const { log, parsed } = createTestLog()
  const work = async (request: string) => {
    await pause(5)
    log.info({ request: 'its own' }, 'own')
    await withLogContext({ job: `job of ${request}` }, async () => log.info('inner'))
    log.info('outer')
  }
  await Promise.all(['a', 'b'].map((request) => withLogContext({ request }, () => work(request))))
  log.info('outside')
  const told = parsed().map(({ msg, request, job }) => [msg, request, job].filter((part) => part !== undefined))
  expect(told.filter(([words]) => words !== 'own').sort()).toEqual([
    ['inner', 'job of a'],
    ['inner', 'job of b'],
    ['outer', 'a'],
    ['outer', 'b'],
    ['outside'],
  ])
  expect(told.filter(([words]) => words === 'own')).toEqual([
    ['own', 'its own'],
    ['own', 'its own'],
  ])
})

test.each([
  { password: 'seven stones' },
  { person: { email: 'seven stones' } },
  { err: new Error('GET /f/1/original?expires=1&signature=seven-stones refused') },
  { url: '/first-run#token=seven-stones&x=1' },
  { url: '/live?access_token=seven-stones' },
  { words: 'Authorization: Bearer seven.stones-1_2' },
  { words: 'sent eyJhbGciOiJIUzI1NiJ9.seven.stones' },
  { url: 'postgres://cairn:seven-stones@localhost/cairn' },
])('a secret is kept out of the log: %o', (fields) => {
  const { log, lines } = createTestLog()
  log.info(fields, 'news')
  expect(lines.join()).toContain('(kept out)')
  expect(lines.join()).not.toMatch(/seven/)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'news' })
})

test('what is no secret stays as it is', () => {
  const { log, parsed } = createTestLog()
  log.info({ url: '/journey/sessions?cursor=abc&limit=5', at: 'http://localhost:8080/x', mail: 'to: a@b.org' }, 'news')
  expect(parsed()[0]).toMatchObject({
    url: '/journey/sessions?cursor=abc&limit=5',
    at: 'http://localhost:8080/x',
    mail: 'to: a@b.org',
  })
})

const whisperApi = {
  whisper: endpoint({
    method: 'POST',
    path: '/whispers',
    summary: 'Logs a line',
    access: 'public',
    body: z.object({ words: z.string() }),
    reply: z.object({}),
  }),
}

/** The notes, with an endpoint that logs what it is told. */
function createWhispers(): Space {
  const { space } = createNotes()
  return {
    ...space,
    name: 'whispers',
    api: whisperApi,
    open: (core) => {
      const handlers = {
        async whisper(_: unknown, { body }: { body: { words: string } }) {
          await pause(5)
          core.log.info(body.words)
          return {}
        },
      }
      return { ...space.open(core), mounted: { api: whisperApi, handlers, context: core } }
    },
  }
}

test('every line of a request carries its id', async () => {
  await using world = await createWorld({ spaces: [createWhispers()] })
  const ask = (words: string) =>
    world.send('/api/v1/whispers', {
      method: 'POST',
      body: JSON.stringify({ words }),
      headers: { 'content-type': 'application/json' },
    })
  const replies = await Promise.all([ask('first'), ask('second')])
  const lines = world.log.map((line) => Line.parse(JSON.parse(line)))
  const requestOf = (words: string) => lines.find(({ msg }) => msg === words)?.request
  expect(['first', 'second'].map(requestOf)).toEqual(replies.map((reply) => reply.headers.get('x-request-id')))
})

test('every line of a job carries its id and its kind, and not the id of a request', async () => {
  await using world = await createErrandWorld({
    run: async ({ step }, { log }) => {
      await step('first', z.null(), async () => {
        log.info('at work')
        return null
      })
    },
  })
  await register(world)
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'done')
  const line = world.log.map((text) => Line.parse(JSON.parse(text))).find(({ msg }) => msg === 'at work')
  expect(line).toMatchObject({ job: job.id, kind: 'tests.errand' })
  expect(line?.request).toBeUndefined()
})
