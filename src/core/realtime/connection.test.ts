import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import type { LiveEvent } from '#contract/live'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { eventsOf, followAt } from '../../../tests/world/live-client.ts'
import { createConnection, type Connection } from './connection.ts'

const eventAt = (position: number): LiveEvent => ({
  type: 'event',
  topic: 'notes',
  position,
  at: 0,
  name: 'notes.note-changed',
  entity: String(position),
  payload: {},
})

test('what happens while a replay is read comes after it, once', async () => {
  await using world = await createNotesWorld()
  const { events, log } = world.core()
  const reading = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const accepted = Promise.withResolvers<Connection>()
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket) => {
    const replay = async () => {
      reading.resolve()
      await gate.promise
      return [eventAt(1), eventAt(2)]
    }
    const identify = async () => ({ id: 'ada', expiresAt: Infinity })
    accepted.resolve(createConnection(socket, { events, log, identify, replay, signedIn: () => {} }))
  })
  await once(server, 'listening')
  const bound = server.address()
  const address = `ws://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
  const following = followAt(address, 'any', { epoch: await events.epoch(), position: 0 })
  await reading.promise
  const connection = await accepted.promise
  for (const position of [2, 3, 4]) connection.offer('ada', eventAt(position))
  connection.offer('bob', { ...eventAt(5), entity: 'foreign' })
  gate.resolve()
  const { live } = await following
  connection.offer('ada', eventAt(6))
  while (eventsOf(live).length < 5) await once(live.socket, 'message')
  expect(eventsOf(live).map(({ position }) => position)).toEqual([1, 2, 3, 4, 6])
  live[Symbol.dispose]()
  server.close()
})
