/** Answers what the parsers of HTTP and WebSocket refused: there is no request yet, so the reply is written by hand. */
import type { Duplex } from 'node:stream'
import { headersTooLarge, invalidRequest, Problem, tooSlow } from '#contract/problem'
import { securityHeaders } from './headers.ts'
import { toReply } from './problems.ts'

export function refuseBroken(error: Error & { code?: string }, socket: Duplex) {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable) return void socket.destroy()
  const problem = problemOf(error.code)
  const body = JSON.stringify(toReply(problem))
  const headers = {
    ...securityHeaders('http'),
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const { status, title } = problem.kind
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${lines.join('')}\r\n${body}`)
}

function problemOf(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(headersTooLarge, 'Send fewer or shorter headers and cookies.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(tooSlow, 'The rest of the request did not come in time.')
  return new Problem(invalidRequest, 'This is no request that HTTP knows.')
}
