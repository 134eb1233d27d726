import { expect, test } from 'vitest'
import { eventsOf, follow, openLive, type LiveClient } from '../../../tests/world/live-client.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { tell } from '../../../tests/world/notes-table.ts'
import { listen } from '../../../tests/world/port.ts'
import { createWorld, eventually, register } from '../../../tests/world/world.ts'

test('a client that sends faster than it is answered is closed', async () => {
  await using world = await createWorld()
  using live = await openLive(await listen(world))
  for (let i = 0; i < 5000; i += 1) live.send({ type: 'unsubscribe', topic: 'notes' })
  expect(await live.closed).toBe(1008)
})

test('a handful of frames at once is answered in order', async () => {
  await using world = await createWorld()
  using live = await openLive(await listen(world))
  for (let i = 0; i < 100; i += 1) live.send({ type: 'unsubscribe', topic: 'notes' })
  live.socket.send('{}')
  await live.next('refused')
  expect(live.socket.readyState).toBe(live.socket.OPEN)
})

test('more connections of one person than are served at once get every event in order, and so do those who come meanwhile', async () => {
  await using world = await createNotesWorld()
  const [{ id: owner, token }, port] = [await register(world), await listen(world)]
  using opened = new DisposableStack()
  const enter = async () => {
    const { live, subscribed } = await follow(port, token)
    opened.use(live)
    return { live, from: subscribed.position }
  }
  const early = await Promise.all(Array.from({ length: 205 }, enter))
  const { db, events } = world.core()
  const write = () => db.write((tx) => tell({ events }, tx, { owner, id: 'wall', name: 'notes.note-changed' }))
  const [late] = await Promise.all([Promise.all([enter(), enter()]), ...Array.from({ length: 20 }, write)])
  const positionsOf = (live: LiveClient) => eventsOf(live).map(({ position }) => position)
  const last = await eventually(
    async () => Math.min(...early.map(({ live }) => positionsOf(live)[19] ?? 0)),
    (position) => position > 0,
  )
  const positions = Array.from({ length: 20 }, (_, i) => last - 19 + i)
  for (const { live } of early) expect(positionsOf(live)).toEqual(positions)
  for (const { live, from } of late) {
    const missing = positions.filter((position) => position > from)
    await eventually(
      async () => positionsOf(live).length,
      (count) => count === missing.length,
    )
    expect(positionsOf(live)).toEqual(missing)
  }
})
