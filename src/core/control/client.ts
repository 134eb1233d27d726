/** Asks the server that runs on a data folder. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { readHolder } from '#core/db'
import { Answer, linesOf, toLine, type Question } from './protocol.ts'

/** `undefined`: no server listens there. */
export type Asked = { isWell: boolean } | undefined

interface Asking {
  /** The data folder. */
  folder: string
  question: Question
  say(words: string): void
}

/** Throws when the server goes away before it has answered. */
export async function askServer({ folder, question, say }: Asking): Promise<Asked> {
  const path = readHolder(folder)?.control
  const socket = path === undefined ? undefined : await open(path)
  if (!socket) return undefined
  try {
    socket.write(toLine(question))
    for await (const line of linesOf(socket.setEncoding('utf8'))) {
      const answer = Answer.parse(JSON.parse(line))
      if (answer.type === 'end') return { isWell: answer.isWell }
      say(answer.words)
    }
  } finally {
    socket.destroy()
  }
  throw new Error('The server went away before this was done. Look at its log, and try again.')
}

/** A socket that nobody serves was left by a server that was killed. */
const nobody = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']

async function open(path: string): Promise<Socket | undefined> {
  const socket = connect(path)
  try {
    await once(socket, 'connect')
    return socket
  } catch (error) {
    if (error instanceof Error && 'code' in error && nobody.includes(String(error.code))) return undefined
    throw new Error(`The running server cannot be asked at ${path}: ${String(error)}`, { cause: error })
  }
}
