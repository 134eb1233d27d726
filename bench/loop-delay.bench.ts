/** How long the server's loop is kept while writes, reads, jobs and sockets run together, against the same server at rest. */
import { notesApi } from '../tests/world/notes-contract.ts'
import { createFolder } from './parts/folder.ts'
import { startListeners } from './parts/listeners.ts'
import { load } from './parts/load.ts'
import { atPace } from './parts/pace.ts'
import { arrive } from './parts/person.ts'
import { startServer } from './parts/server.ts'
import type { Result } from './run.ts'

const seconds = 10
const sockets = 500
/** Messages of each socket. */
const perSecond = 10
const jobsPerSecond = 50

export async function run(): Promise<Result> {
  await using folder = await createFolder()
  await using server = await startServer({ folder: folder.path })
  const person = await arrive(server.address)
  const listener = await arrive(server.address)
  const notes = person.client(notesApi)
  const { id: noteId } = await notes.writeNote({ body: { title: 'A walk by the sea' } })
  const api = `${server.address}/api/v1`
  const address = `${api.replace('http', 'ws')}/live`
  await using _ = await startListeners({ address, topic: 'notes', sockets, tokens: [listener.token] })
  const wait = () => new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  await server.loopDelay()
  await wait()
  const atRest = await server.loopDelay()
  const { token } = person
  const [writes, reads] = await Promise.all([
    load({ url: `${api}/notes`, token, body: { title: 'A walk by the sea' } }, { connections: 16, seconds }),
    load({ url: `${api}/notes/${noteId}`, token }, { connections: 16, seconds }),
    atPace({ perSecond: jobsPerSecond, seconds }, () => notes.printNote({ noteId })),
    atPace({ perSecond, seconds }, () => listener.client(notesApi).writeNote({ body: { title: 'News' } })),
  ])
  const atWork = await server.loopDelay()
  return {
    claim: 'the loop is kept for 25 ms at most, 99 times of 100, while writes, reads, jobs and sockets run together',
    figures: {
      'loop delay p99, ms': atWork,
      'writes a second': writes.perSecond,
      'reads a second': reads.perSecond,
      'jobs a second': jobsPerSecond,
      'messages a second': sockets * perSecond,
      'loop delay p99 at rest, ms': atRest,
    },
    ratio: atWork / atRest,
    reference: 'the same server at rest, whose timer of 10 ms is all that is measured',
  }
}
