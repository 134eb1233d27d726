import { expect, test } from 'vitest'
import { giveUp } from '#core/jobs'
import { day } from '#std/duration'
import { createErrandWorld, errandOwner, sendErrand, untilErrandIs } from '../../../tests/world/errands.ts'
import type { NotesWorld } from '../../../tests/world/notes-space.ts'
import { eventually } from '../../../tests/world/world.ts'
import { jobTables } from './schema.ts'

/** Moves the clock and waits until the daily pruning of that day is done. */
async function passDays(world: NotesWorld, days: number) {
  world.clock.now += days * day
  await world.restart()
  const key = `jobs.prune-finished@${Math.floor(world.clock.now / day)}`
  const query = jobTables(world.core().db.read).selectFrom('jobs').select('state').where('key', '=', key)
  await eventually(
    () => query.executeTakeFirst(),
    (row) => row?.state === 'done',
  )
}

const keptOf = async (world: NotesWorld, ids: readonly string[]) =>
  (await world.core().jobs.read(errandOwner, ids)).map(({ id }) => id)

test('what failed is kept ninety days', async () => {
  await using world = await createErrandWorld({
    run: async () => {
      throw giveUp('The printer is gone.')
    },
  })
  const { id } = await untilErrandIs(world, await sendErrand(world), 'failed')
  await passDays(world, 89)
  expect(await keptOf(world, [id])).toEqual([id])
  await passDays(world, 2)
  expect(await keptOf(world, [id])).toEqual([])
})

test('what nobody owns is kept one day, unless its kind runs less often', async () => {
  await using world = await createErrandWorld({ every: 7 * day, run: async () => {} })
  const { db, jobs, now } = world.core()
  const other = await db.write((tx) => jobs.enqueue(tx, { kind: 'tests.unknown', owner: '', payload: {} }))
  const change = { state: 'done', updated_at: now() }
  await db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', other.id).execute())
  await passDays(world, 2)
  const { read } = world.core().db
  const kept = await jobTables(read).selectFrom('jobs').select('kind').where('state', '=', 'done').execute()
  const kinds = kept.map(({ kind }) => kind)
  expect(kinds).toContain('tests.errand')
  expect(kinds).not.toContain('tests.unknown')
})

test('more than one write can remove is removed too, with the steps', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { jobs, now, db } = world.core()
  const many = Array.from({ length: 1100 }, () => ({ kind: 'tests.unknown', owner: errandOwner, payload: {} }))
  const kept = await db.write(async (tx) => {
    const added = await jobs.enqueueAll(tx, many)
    await jobTables(tx).updateTable('jobs').set({ state: 'done' }).where('kind', '=', 'tests.unknown').execute()
    const step = { job_id: added[0]?.id ?? '', name: 'first', output: 'null', at: now() }
    await jobTables(tx).insertInto('job_steps').values(step).execute()
    return added
  })
  await passDays(world, 31)
  expect(await keptOf(world, kept.map(({ id }) => id).slice(0, 500))).toEqual([])
  const { read } = world.core().db
  const left = await jobTables(read).selectFrom('jobs').select('id').where('kind', '=', 'tests.unknown').execute()
  const steps = await jobTables(read).selectFrom('job_steps').select('name').where('name', '=', 'first').execute()
  expect([left, steps]).toEqual([[], []])
})

test('a child stays as long as its parent has not ended', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const parent = await sendErrand(world, { runAt: world.clock.now + 60 * day })
  const child = await untilErrandIs(world, await sendErrand(world, { parent: parent.id }), 'done')
  await passDays(world, 40)
  expect(await keptOf(world, [child.id])).toEqual([child.id])
})
