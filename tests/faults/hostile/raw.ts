/** Sends what a decent client would not, and brings back whatever comes. */
import { request } from 'node:http'
import { connect } from 'node:net'
import type { Chance } from '../../world/chance.ts'

export interface RawRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | undefined
}

/** `status` is 0 when the connection ended without an answer. */
export interface Answer {
  sent: string
  method: string
  /** Of what answered, without its query. */
  path: string
  status: number
  type: string
  text: string
}

const longestWait = 20_000

export function exchange(address: string, { method, path, headers, body }: RawRequest): Promise<Answer> {
  const { hostname, port } = new URL(address)
  const sent = `${method} ${path.slice(0, 200)} ${headers['content-type'] ?? ''} ${preview(body)}`
  return new Promise((resolve) => {
    const from = { sent, method, path: path.split('?')[0] ?? '' }
    const closed = (text: string) => resolve({ ...from, status: 0, type: '', text })
    const length = body ? { 'content-length': String(body.byteLength) } : {}
    const going = request(
      { hostname, port, method, path, headers: { ...headers, ...length }, agent: false },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', (error) => closed(error.message))
        reply.on('end', () => {
          const type = reply.headers['content-type'] ?? ''
          resolve({ ...from, status: reply.statusCode ?? 0, type, text: Buffer.concat(chunks).toString() })
        })
      },
    )
    going.setTimeout(longestWait, () => going.destroy(new Error('it took too long')))
    going.on('error', (error) => closed(error.message))
    going.end(body)
  })
}

const preview = (body: Buffer | undefined) => JSON.stringify(body?.subarray(0, 160).toString('latin1') ?? '')

const noise = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /api/v1/welcome HTTP/9.9\r\nHost: x\r\n\r\n',
  'NONSENSE\r\n\r\n',
  'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n',
  'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
  'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /api/v1/account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
  `GET /api/v1/welcome HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  'GET /api/v1/welcome HTTP/1.1\r\nHost: x\r\nBad\0Header: 1\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://elsewhere.example/api/v1/welcome HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'GET /api/v1/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: 1\r\n\r\n',
]

/** Noise on the wire; the line is cut after a moment, whatever the server says. */
export function garbage(address: string, chance: Chance): Promise<Answer> {
  const sent = chance.pick(noise)
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, () => socket.write(sent, 'latin1'))
    const end = () => {
      socket.destroy()
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
      const type = /^content-type: (.*)\r$/im.exec(text)?.[1] ?? ''
      resolve({ sent: JSON.stringify(sent.slice(0, 120)), method: 'noise', path: '', status, type, text: bodyOf(text) })
    }
    socket.setTimeout(150, end).on('data', (data) => (text += data.toString('latin1')))
    socket.on('close', end).on('error', () => {})
  })
}

const bodyOf = (text: string) => text.slice(text.indexOf('\r\n\r\n') + 4)
