import { expect, test } from 'vitest'
import { z } from 'zod'
import { readErrand, sendErrand } from '../../../tests/world/errands.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { eventually, pass } from '../../../tests/world/world.ts'
import { hour } from '#std/duration'
import type { Core } from '../core.ts'
import { defineJob } from './jobs.ts'
import { leaseFor } from './run/leases.ts'
import { jobTables } from './schema.ts'

test('a worker frees the jobs of a dead one, also while nobody schedules', async () => {
  const errand = defineJob({ kind: 'tests.errand', payload: z.object({}), steps: [], run: async (_: Core) => {} })
  await using world = await createNotesWorld({ jobs: [errand], config: { role: 'worker' } })
  const job = await sendErrand(world, { runAt: world.clock.now + hour })
  const lease_until = world.clock.now + leaseFor
  const change = { state: 'running', holder: 'a dead worker', attempt: 1, run_at: world.clock.now, lease_until }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
  await pass(world, leaseFor)
  const done = await eventually(
    () => readErrand(world, job),
    ({ state }) => state === 'done',
  )
  expect(done).toMatchObject({ attempt: 2 })
})
