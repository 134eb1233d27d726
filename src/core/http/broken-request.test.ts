import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { ProblemReply } from '#contract/problem'
import { createWorld } from '../../../tests/world/world.ts'

async function answerTo(port: number, words: string) {
  const socket = connect(port, '127.0.0.1', () => socket.end(words))
  let text = ''
  socket.setEncoding('latin1').on('data', (some: string) => (text += some))
  await once(socket, 'close')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { head, problem: ProblemReply.parse(JSON.parse(body)) }
}

test.each([
  ['no HTTP at all', 'NONSENSE\r\n\r\n', 400],
  ['a length below zero', 'POST /api/v1/welcome HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  [
    'half a handshake',
    'GET /api/v1/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: 1\r\n\r\n',
    400,
  ],
  ['nobody named', 'GET /api/v1/welcome HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['an upgrade to nowhere', 'GET /x HTTP/1.1\r\nHost: x\r\nUpgrade: h9\r\nConnection: Upgrade\r\n\r\n', 404],
  [
    'an expectation',
    'PUT /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: wonders\r\nContent-Length: 0\r\n\r\n',
    404,
  ],
])('%s is refused as a problem', async (_, words, status) => {
  await using world = await createWorld()
  const address = await world.app.http.listen({ port: 0, host: '127.0.0.1' })
  const { head, problem } = await answerTo(Number(new URL(address).port), words)
  expect(head).toContain(`HTTP/1.1 ${status}`)
  expect(head).toContain('content-type: application/problem+json')
  expect(head).toContain("content-security-policy: default-src 'none'; frame-ancestors 'none'")
  expect(head).toContain('x-content-type-options: nosniff')
  expect(problem.status).toBe(status)
})
