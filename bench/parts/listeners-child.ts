/**
 * Many sockets: `ADDRESS TOPIC SOCKETS TOKEN…` opens as many for each token. Says when all have subscribed; when it is
 * asked to end, it tells what they heard.
 */
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { chunksOf } from '#std/list'
import type { ClientFrame } from '#contract/live'
import type { Heard } from './listeners.ts'
import { percentile } from './rounds.ts'

const [address = '', topic = '', sockets, ...tokens] = process.argv.slice(2)
const openedAtOnce = 50
const Frame = z.object({ type: z.string(), position: z.number().optional(), at: z.number().optional() })

const delays: number[] = []
const listeners: { events: number; position: number; complaints: number }[] = []

process.on('SIGTERM', () => {
  console.log(`heard ${JSON.stringify(report())}`)
  process.exit()
})
const visitors = tokens.flatMap((token) => Array.from({ length: Number(sockets) }, () => token))
for (const chunk of chunksOf(visitors, openedAtOnce)) await Promise.all(chunk.map(listen))
console.log('All have subscribed')

async function listen(token: string) {
  const listener = { events: 0, position: 0, complaints: 0 }
  listeners.push(listener)
  const socket = new WebSocket(address)
  await once(socket, 'open')
  await ask(socket, { type: 'sign-in', token })
  await ask(socket, { type: 'subscribe', topic })
  socket.on('message', (data: Buffer) => {
    hear(listener, data)
  })
  socket.on('close', () => (listener.complaints += 1))
}

async function ask(socket: WebSocket, frame: ClientFrame) {
  const answered = once(socket, 'message')
  socket.send(JSON.stringify(frame))
  await answered
}

function hear(listener: (typeof listeners)[number], data: Buffer) {
  const { type, at = 0, position = 0 } = Frame.parse(JSON.parse(data.toString()))
  if (type !== 'event' || position <= listener.position) return (listener.complaints += 1)
  listener.position = position
  listener.events += 1
  return delays.push(Date.now() - at)
}

function report(): Heard {
  const counts = listeners.map(({ events }) => events)
  return {
    total: delays.length,
    fewest: Math.min(...counts),
    most: Math.max(...counts),
    complaints: listeners.reduce((sum, { complaints }) => sum + complaints, 0),
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
  }
}
