/** The socket of a running server. */
import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { second } from '#std/duration'
import type { Log } from '#core/observability'
import { runControl, type ControlCommand } from './command.ts'
import { linesOf, Question, toLine, type Answer } from './protocol.ts'
import { makeSocketPath } from './socket-path.ts'

export interface ControlServer {
  path: string
  /** Stops what runs and removes the socket. */
  close(): Promise<void>
}

interface Needs {
  /** The data folder, which this process holds. */
  folder: string
  commands: readonly ControlCommand[]
  log: Log
}

const mostConnections = 8
const longestQuestion = 5 * second

/** Listens. A socket that is there already was left by a server that was killed: the folder is ours. */
export async function serveControl({ folder, commands, log }: Needs): Promise<ControlServer> {
  const path = makeSocketPath(folder)
  rmSync(path, { force: true })
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const server = createServer((socket) => {
    const answering = answer(socket, { commands, log, stopping: stopping.signal }).finally(() => {
      underWay.delete(answering)
    })
    underWay.add(answering)
  })
  server.maxConnections = mostConnections
  await listen(server, path)
  return {
    path,
    async close() {
      stopping.abort()
      server.close()
      await Promise.all(underWay)
      rmSync(path, { force: true })
    },
  }
}

async function listen(server: Server, path: string) {
  server.listen(path)
  await once(server, 'listening')
  chmodSync(path, 0o600)
}

interface Serving extends Omit<Needs, 'folder'> {
  stopping: AbortSignal
}

/** Answers the one question of a connection. */
async function answer(socket: Socket, { commands, log, stopping }: Serving) {
  const gone = new AbortController()
  const tell = (line: Answer) => {
    if (socket.writable) socket.write(toLine(line))
  }
  socket.on('error', () => gone.abort()).on('close', () => gone.abort())
  try {
    const question = await readQuestion(socket)
    // From here on nothing is read; without this, nobody would see that the person has gone.
    socket.resume()
    const signal = AbortSignal.any([gone.signal, stopping])
    const say = (words: string) => tell({ type: 'say', words })
    const isWell = await runControl({ commands, log }, question, { say, signal })
    if (stopping.aborted) say('The server is stopping, so this was broken off.')
    tell({ type: 'end', isWell })
  } catch (error) {
    log.warn({ err: error }, 'a question on the control socket could not be read')
  }
  socket.end()
}

async function readQuestion(socket: Socket) {
  const late = setTimeout(() => socket.destroy(new Error('The question did not come in time')), longestQuestion)
  try {
    for await (const line of linesOf(socket.setEncoding('utf8').iterator({ destroyOnReturn: false }))) {
      return Question.parse(JSON.parse(line))
    }
  } finally {
    clearTimeout(late)
  }
  throw new Error('There was no question')
}
