import { Agent, request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { notesApi } from '../../../tests/world/notes-contract.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { listen } from '../../../tests/world/port.ts'
import { register } from '../../../tests/world/world.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Line {
  port: number
  path: string
  token: string
}

/** One request over a line that stays open. */
async function ask({ port, path, token }: Line, agent: Agent) {
  const going = request({ port, host: '127.0.0.1', path, agent, headers: { authorization: `Bearer ${token}` } })
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    going.on('response', resolve).on('error', reject).end()
  })
  reply.resume()
  await once(reply, 'end')
  return reply
}

interface Visitor {
  /** What was answered so far; words for what failed. */
  statuses: (number | string | undefined)[]
  gone: Promise<void>
}

/** Asks over one line until the server closes it, with pauses of `rest` on average. */
function visit(line: Line, rest: number): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const statuses: Visitor['statuses'] = []
  const keepAsking = async () => {
    for (let isOpen = true; isOpen;) {
      const reply = await ask(line, agent).catch((error: unknown) => String(error))
      statuses.push(typeof reply === 'string' ? reply : reply.statusCode)
      isOpen = typeof reply !== 'string' && reply.headers.connection !== 'close'
      await pause(Math.random() * 2 * rest)
    }
    agent.destroy()
  }
  return { statuses, gone: keepAsking() }
}

test('keep-alive sockets closed while a request is on the wire during a restart: none is', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const { id } = await client(notesApi).writeNote({ body: { title: 'Monday' } })
  const line = { port: await listen(world), path: `/api/v1/notes/${id}`, token }
  const visitors = Array.from({ length: 40 }, (_, i) => visit(line, i % 2 ? 4 : 100))
  // A line that the server has not taken yet is none of its own.
  await expect.poll(() => visitors.every(({ statuses }) => statuses.length > 1), { timeout: 10_000 }).toBe(true)
  await world.restart()
  await Promise.all(visitors.map(({ gone }) => gone))
  expect(visitors.flatMap(({ statuses }) => statuses.filter((status) => status !== 200))).toEqual([])
}, 30_000)

test('a request that came before the end is finished, and nobody new is let in', async () => {
  await using world = await createNotesWorld()
  const { client, token } = await register(world)
  const { id } = await client(notesApi).writeNote({ body: { title: 'Monday' } })
  const port = await listen(world)
  const slow = connect(port, '127.0.0.1')
  await once(slow, 'connect')
  const head = [`PATCH /api/v1/notes/${id} HTTP/1.1`, 'host: x', `authorization: Bearer ${token}`]
  slow.write([...head, 'content-type: application/json', 'content-length: 19', '', '{"title"'].join('\r\n'))
  await pause(50)
  const stopped = world.restart()
  await pause(2000)
  await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED')
  slow.write(':"Tuesday"}')
  let answer = ''
  slow.setEncoding('utf8').on('data', (text: string) => (answer += text))
  await once(slow, 'close')
  expect(answer).toContain('HTTP/1.1 200')
  expect(answer.toLowerCase()).toContain('connection: close')
  await stopped
  expect((await client(notesApi).getNote({ noteId: id })).title).toBe('Tuesday')
}, 20_000)

test('a server with nobody on the line stops at once', async () => {
  await using world = await createNotesWorld()
  await listen(world)
  // The time that quiet lines are kept is never over.
  using _ = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal)
  await world.restart()
})
