/** A page of somebody's own through the whole server, against one Fastify route that knows the reply already. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { journeyApi } from '../src/spaces/journey/contract.ts'
import { eventually } from '../tests/world/eventually.ts'
import { notesApi } from '../tests/world/notes-contract.ts'
import type { Member } from '../tests/world/world.ts'
import { startChild } from './parts/child.ts'
import { createFolder } from './parts/folder.ts'
import { load, type Answered, type Request } from './parts/load.ts'
import { atPace } from './parts/pace.ts'
import { arrive } from './parts/person.ts'
import { interleave, median } from './parts/rounds.ts'
import { startServer } from './parts/server.ts'
import type { Result } from './run.ts'

const rounds = 5
const load32 = { connections: 32, seconds: 4 }
const sessions = 25
/** Each commit makes the server forget the replies that it keeps. */
const writesPerSecond = 20
const text = 'I felt calm after the long walk. My sister called, and I am worried about the exam. I will write to her.'

export async function run(): Promise<Result> {
  await using folder = await createFolder()
  await using server = await startServer({ folder: folder.path })
  const person = await arrive(server.address)
  const page = join(folder.path, 'page.json')
  await writeFile(page, JSON.stringify(await fillPage(person)))
  await using bare = await startChild({ args: ['bare-route-child.ts', page], ready: /is ready at (\S+)/ })
  const mine = { url: `${server.address}/api/v1/sessions?limit=${sessions}`, token: person.token }
  await server.loopDelay()
  const [ours, theirs] = await interleave(
    rounds,
    () => load(mine, load32),
    () => load({ url: `${bare.said}/page` }, load32),
  )
  const disturbed = await loadWhileWriting(mine, await arrive(server.address))
  return {
    claim: `a signed-in person gets a page of ${sessions} sessions at 0.6 of the speed of a bare route`,
    figures: {
      'requests a second': perSecond(ours),
      'p99, ms': median(ours.map(({ p99 }) => p99)),
      'loop delay p99, ms': await server.loopDelay(),
      [`while somebody writes ${writesPerSecond} times a second`]: disturbed.perSecond,
      'bare requests a second': perSecond(theirs),
      'bare p99, ms': median(theirs.map(({ p99 }) => p99)),
    },
    ratio: perSecond(ours) / perSecond(theirs),
    reference: 'a Fastify route without anything else that replies with the same JSON',
  }
}

const perSecond = (answers: readonly Answered[]) => median(answers.map((answer) => answer.perSecond))

async function loadWhileWriting(request: Request, writer: Member) {
  const notes = writer.client(notesApi)
  const pace = { perSecond: writesPerSecond, seconds: load32.seconds }
  const writing = atPace(pace, () => notes.writeNote({ body: { title: 'A walk by the sea' } }))
  const answered = await load(request, load32)
  await writing
  return answered
}

/** Answers the page once everything on it is understood. */
async function fillPage(person: Member) {
  const journey = person.client(journeyApi)
  for (let i = 0; i < sessions; i += 1) {
    const { id } = await journey.createSession({ body: {} })
    await journey.addContent({ sessionId: id, body: { text } })
  }
  return eventually(
    () => journey.listSessions({ query: { limit: sessions } }),
    ({ items }) => items.length === sessions && items.every(({ state }) => state === 'ready'),
  )
}
