import { expect, test } from 'vitest'
import { openLive } from '../../../tests/world/live-client.ts'
import { listen } from '../../../tests/world/port.ts'
import { createWorld } from '../../../tests/world/world.ts'

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
