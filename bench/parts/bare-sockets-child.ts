/** `ws` and nothing else: who signs in with a token gets a frame for each POST to the path of that token. */
import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { ClientFrame, type LiveEvent, type ServerFrame } from '#contract/live'

const groups = new Map<string, WebSocket[]>()
let position = 0

const server = createServer((request, response) => {
  const group = groups.get(request.url?.slice(1) ?? '')
  position += 1
  const frame = JSON.stringify(eventAt(position))
  for (const socket of group ?? []) socket.send(frame)
  response.end()
})
server.keepAliveTimeout = 0
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const frame = ClientFrame.parse(JSON.parse(data.toString()))
    if (frame.type === 'sign-in') groups.set(frame.token, [...(groups.get(frame.token) ?? []), socket])
    socket.send(JSON.stringify({ type: 'signed-in' } satisfies ServerFrame))
  })
})
server.listen(0, '127.0.0.1', () => {
  const bound = server.address()
  console.log(`It is ready at http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`)
})
process.on('SIGTERM', () => process.exit())

const eventAt = (at: number): LiveEvent => ({
  type: 'event',
  topic: 'notes',
  position: at,
  at: Date.now(),
  name: 'notes.note-written',
  entity: '019c8a10-0000-7000-8000-000000000000',
  payload: {},
})
