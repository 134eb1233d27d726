import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '#contract/client'
import { notificationsApi } from '#core/notifications/contract'
import { day } from '#std/duration'
import { readEveryRow } from '../../../../tests/world/every-row.ts'
import { untilEnded } from '../../../../tests/world/jobs.ts'
import { refusalOf } from '../../../../tests/world/refusal.ts'
import { createWorld, eventually, register, registerAdministrator, type World } from '../../../../tests/world/world.ts'
import { journeyApi, shareNotFound } from '../contract.ts'
import { journey } from '../space.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }

let world: World
beforeAll(async () => {
  world = await createWorld({ spaces: [journey] })
})
afterAll(() => world[Symbol.asyncDispose]())

async function write() {
  const member = await register(world)
  const api = member.client(journeyApi)
  const add = async (date: string, text: string) => {
    const body = { date, title: `Of ${date}`, clientName: 'Ada', professionalName: 'Dr Weiss' }
    const { id: sessionId } = await api.createSession({ body })
    await untilEnded(member, (await api.addContent({ sessionId, body: { text } })).job)
    return sessionId
  }
  const first = await add('2026-01-05', 'I was so anxious about work. I always fail at presentations.')
  const second = await add(
    '2026-03-05',
    'I was anxious about work. I realised that I need more sleep. I will call my sister.',
  )
  return { member, api, add, first, second }
}

const visitor = () => createClient(journeyApi, world.send)
const open = (secret: string) => visitor().openShare({ body: { secret } })

test('a link shows what was shared and nothing that came later, to whoever holds the secret', async () => {
  const { api, add } = await write()
  const { share, secret } = await api.shareReport({ body: year })
  await add('2026-02-02', 'I was furious about the zebra.')
  const { report, session, expiresAt } = await open(secret)
  expect({ sessions: report?.sessions, session, expiresAt }).toEqual({
    sessions: 2,
    session: null,
    expiresAt: share.expiresAt,
  })
  expect(JSON.stringify(report)).not.toContain('zebra')
  expect((await api.listShares()).items).toMatchObject([{ id: share.id, opens: 1, openedAt: expect.any(Number) }])
  const rows = await readEveryRow(world.app.core.db)
  expect(rows.filter(({ text }) => text.includes(secret))).toEqual([])
})

test('a shared report tells of actions what its sessions say and what was done by hand, and of no pattern', async () => {
  const { api, add } = await write()
  const { items } = await api.listActions()
  const actionId = items[0]?.id ?? ''
  const { secret } = await api.shareReport({ body: { from: '2026-03-01', to: '2026-03-31' } })
  await add('2026-03-09', 'I finally called my sister.')
  await api.createAction({ body: { title: 'book a zebra ride', due: { day: '2026-03-02' } } })
  await api.updateAction({ actionId, body: { title: 'ring the zebra' } })
  const { report } = await open(secret)
  expect(report?.actions).toMatchObject([{ label: 'call my sister', steps: [{ what: 'meant', day: '2026-03-05' }] }])
  expect(report?.changes).toEqual([])
  await api.updateAction({ actionId, body: { status: 'dropped' } })
  expect((await open(secret)).report?.adherence).toMatchObject({ meant: 1, done: 0, dropped: 1 })
  expect(JSON.stringify(await open(secret))).not.toMatch(/zebra|finally/)
})

test('what is rejected is gone from a link, also from the sentences around what stays', async () => {
  const { api, second } = await write()
  const { secret } = await api.shareReport({ body: year })
  expect(JSON.stringify(await open(secret))).toContain('I realised')
  const { items } = await api.listElements({ sessionId: second, query: { kind: 'insight' } })
  for (const { id: elementId } of items) await api.decideElement({ elementId, body: { status: 'rejected' } })
  const { report } = await open(secret)
  expect(report?.topics.flatMap(({ quotes }) => quotes).map(({ quote }) => quote)).toContain('sleep')
  expect(JSON.stringify(report)).not.toContain('I realised')
})

test('a link to a session can hide the names', async () => {
  const { api, first } = await write()
  const plain = await open((await api.shareSession({ sessionId: first, body: {} })).secret)
  expect(plain.session).toMatchObject({ title: 'Of 2026-01-05', professionalName: 'Dr Weiss' })
  expect(plain.session?.elements.length).toBeGreaterThan(0)
  const hidden = await open((await api.shareSession({ sessionId: first, body: { hidesNames: true } })).secret)
  expect(hidden.session).toMatchObject({ clientName: '', professionalName: '' })
})

test('the owner hears of the first opening, once, and an administrator sees no link of theirs', async () => {
  const { member, api } = await write()
  const { share, secret } = await api.shareReport({ body: year })
  await open(secret)
  await open(secret)
  const list = () => member.client(notificationsApi).listNotifications()
  const { items } = await eventually(list, (page) => page.items.some(({ kind }) => kind === 'journey.share-opened'))
  expect(items.filter(({ kind }) => kind === 'journey.share-opened')).toHaveLength(1)
  const administrator = (await registerAdministrator(world)).client(journeyApi)
  expect((await administrator.listShares()).items).toEqual([])
  expect((await refusalOf(administrator.revokeShare({ shareId: share.id }))).is(shareNotFound)).toBe(true)
})

test('a link that was ended, has expired, or leads to what is gone reads like one that never was', async () => {
  const { api, first } = await write()
  const made = [
    await api.shareReport({ body: year }),
    await api.shareSession({ sessionId: first, body: {} }),
    await api.shareReport({ body: year }),
  ]
  await api.revokeShare({ shareId: made[0]?.share.id ?? '' })
  await api.deleteSession({ sessionId: first })
  const ended = await Promise.all(made.slice(0, 2).map(({ secret }) => refusalOf(open(secret))))
  world.clock.now += 15 * day
  const expired = await refusalOf(open(made[2]?.secret ?? ''))
  const never = await refusalOf(open('made up'))
  const { requestId: _, ...words } = never.problem
  expect(never.is(shareNotFound)).toBe(true)
  for (const { problem } of [...ended, expired]) expect(problem).toMatchObject(words)
})
