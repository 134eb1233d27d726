/** What people write reaches every one of their open pages, against sockets that are sent the same without a server around. */
import { notesApi } from '../tests/world/notes-contract.ts'
import type { Member } from '../tests/world/world.ts'
import { startChild } from './parts/child.ts'
import { createFolder } from './parts/folder.ts'
import { startListeners, type Heard } from './parts/listeners.ts'
import { atPace } from './parts/pace.ts'
import { arrive } from './parts/person.ts'
import { startServer } from './parts/server.ts'
import type { Result } from './run.ts'

const people = 20
const sockets = 100
/** Events a second of each person, so messages a second of each socket. */
const perSecond = 10
const seconds = 10
const sent = perSecond * seconds
const topic = 'notes'

export async function run(): Promise<Result> {
  const { heard, loopDelay } = await measureCairn()
  const bare = await measureBare()
  return {
    claim: '2,000 sockets get 10 messages a second each, none is lost, 99 of 100 arrive within 400 ms',
    figures: {
      sockets: people * sockets,
      'messages a second': heard.total / seconds,
      'messages lost': people * sockets * sent - heard.total,
      'p50, ms': heard.p50,
      'p99, ms': heard.p99,
      'loop delay p99, ms': loopDelay,
      'bare p50, ms': bare.p50,
      'bare p99, ms': bare.p99,
    },
    ratio: heard.p99 / bare.p99,
    reference: 'the p99 of a bare ws server that sends the same frames, kept nowhere',
  }
}

async function measureCairn() {
  await using folder = await createFolder()
  await using server = await startServer({ folder: folder.path })
  const members: Member[] = []
  for (let i = 0; i < people; i += 1) members.push(await arrive(server.address))
  const notes = members.map((member) => member.client(notesApi))
  const address = `${server.address.replace('http', 'ws')}/api/v1/live`
  await using listeners = await startListeners({ address, topic, sockets, tokens: members.map(({ token }) => token) })
  await server.loopDelay()
  await inTurn(async (place) => notes[place]?.writeNote({ body: { title: 'A walk by the sea' } }))
  const loopDelay = await server.loopDelay()
  return { heard: checked(await listeners.stop()), loopDelay }
}

async function measureBare() {
  await using server = await startChild({ args: ['bare-sockets-child.ts'], ready: /is ready at (\S+)/ })
  const tokens = Array.from({ length: people }, (_, i) => `person${i}`)
  await using listeners = await startListeners({ address: server.said.replace('http', 'ws'), topic, sockets, tokens })
  await inTurn((place) => fetch(`${server.said}/${tokens[place]}`, { method: 'POST' }))
  return checked(await listeners.stop())
}

/** Begins something of each person in turn, at an even pace, and lets what is on its way arrive. */
async function inTurn(begin: (place: number) => Promise<unknown>) {
  await atPace({ perSecond: people * perSecond, seconds }, (number) => begin(number % people))
  await new Promise((resolve) => setTimeout(resolve, 2000))
}

function checked(heard: Heard) {
  if (heard.fewest === sent && heard.most === sent && heard.complaints === 0) return heard
  throw new Error(`Each socket should have heard ${sent} events: ${JSON.stringify(heard)}`)
}
