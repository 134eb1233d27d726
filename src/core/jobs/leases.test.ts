import { expect, test } from 'vitest'
import { createErrandWorld, readErrand, sendErrand, toldStates, untilErrandIs } from '../../../tests/world/errands.ts'
import { eventually, pass } from '../../../tests/world/world.ts'
import { leaseFor } from './run/leases.ts'
import { jobTables } from './schema.ts'

test('a job whose holder is gone runs again when its lease is over, and not before', async () => {
  let runs = 0
  await using world = await createErrandWorld({
    run: async () => {
      runs += 1
    },
  })
  const job = await sendErrand(world, { runAt: world.clock.now + 1000 })
  const lease_until = world.clock.now + leaseFor
  const change = { state: 'running', holder: 'a dead process', attempt: 1, lease_until }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
  await pass(world, leaseFor / 2)
  await new Promise((resolve) => setTimeout(resolve, 3500))
  expect([runs, (await readErrand(world, job)).state]).toEqual([0, 'running'])
  await pass(world, leaseFor / 2)
  expect(await untilErrandIs(world, job, 'done')).toMatchObject({ attempt: 2 })
  expect(runs).toBe(1)
  expect(await toldStates(world, job)).toEqual(['queued', 'queued', 'done'])
}, 15_000)

test('a job that was cancelled while its holder was gone does not run again', async () => {
  let runs = 0
  await using world = await createErrandWorld({
    run: async () => {
      runs += 1
    },
  })
  const job = await sendErrand(world, { runAt: world.clock.now + 1000 })
  const change = { state: 'queued', cancel_requested: 1, attempt: 1 }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
  await pass(world, 1000)
  await untilErrandIs(world, job, 'cancelled')
  expect(runs).toBe(0)
})

test('of jobs that are settled together, one that was taken over is left out and the others are kept', async () => {
  const gate = Promise.withResolvers<void>()
  let begun = 0
  await using world = await createErrandWorld({
    weight: 'light',
    async run({ attempt }) {
      begun += 1
      if (attempt === 1) await gate.promise
    },
  })
  const [first, taken, last] = [await sendErrand(world), await sendErrand(world), await sendErrand(world)]
  await eventually(
    async () => begun,
    (count) => count === 3,
  )
  const change = { holder: 'another process', attempt: 2, lease_until: world.clock.now + leaseFor }
  await world
    .core()
    .db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', taken.id).execute())
  gate.resolve()
  await untilErrandIs(world, first, 'done')
  await untilErrandIs(world, last, 'done')
  expect(await readErrand(world, taken)).toMatchObject({ state: 'running', attempt: 2 })
  expect(await toldStates(world, taken)).toEqual(['queued'])
})
