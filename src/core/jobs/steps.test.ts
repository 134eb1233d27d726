import { expect, test } from 'vitest'
import { z } from 'zod'
import { hour, second } from '#std/duration'
import { notesTable } from '../../../tests/world/notes-table.ts'
import {
  crash,
  createErrandWorld,
  errandOwner,
  readErrand,
  sendErrand,
  toldStates,
  untilErrandIs,
} from '../../../tests/world/errands.ts'
import { eventually, pass } from '../../../tests/world/world.ts'
import type { Core } from '../core.ts'
import { jobTables } from './schema.ts'

const blankNote = { owner: errandOwner, text: '', tags: '[]', prints: 0, deleted_at: null }
const readTitles = async ({ db }: Core) =>
  (await notesTable(db.read).selectFrom('notes').select('title').execute()).map(({ title }) => title)

test('a job takes its steps in order, hands their outputs on, and tells the log how it went', async () => {
  const seen: unknown[] = []
  await using world = await createErrandWorld({
    async run(work) {
      const first = await work.step('first', z.int(), async () => 6)
      const second = await work.step('second', z.object({ sum: z.int() }), async () => ({ sum: first + 1 }))
      seen.push(first, second, work.owner, work.attempt)
    },
  })
  const job = await untilErrandIs(world, await sendErrand(world, { subject: 'thing' }), 'done')
  expect(seen).toEqual([6, { sum: 7 }, errandOwner, 1])
  expect(job).toMatchObject({ finished: ['first', 'second'], progress: null, error: null, subject: 'thing' })
  expect(await toldStates(world, job)).toEqual(['queued', 'done'])
})

test('a finished step is not repeated after a crash', async () => {
  const gate = Promise.withResolvers<number>()
  const runs: string[] = []
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => runs.push('first'))
      const isFirstTry = !runs.includes('second')
      await work.step('second', z.int(), async () => (runs.push('second'), isFirstTry ? gate.promise : 2))
    },
  })
  const job = await sendErrand(world)
  await eventually(
    async () => runs,
    (list) => list.includes('second'),
  )
  await crash(world)
  await untilErrandIs(world, job, 'done')
  gate.resolve(1)
  expect(runs).toEqual(['first', 'second', 'second'])
  expect(await readErrand(world, job)).toMatchObject({ attempt: 2, finished: ['first', 'second'] })
})

test('a holder that lost its job leaves no trace when it comes back', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await using world = await createErrandWorld({
    async run(work, core) {
      const title = `by ${work.attempt}`
      await gates[work.attempt - 1]?.promise
      await work.write('first', async (tx) => {
        await notesTable(tx)
          .insertInto('notes')
          .values({ ...blankNote, id: core.newId(), title })
          .execute()
      })
    },
  })
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'running')
  await crash(world)
  await eventually(
    () => readErrand(world, job),
    ({ attempt }) => attempt === 2,
  )
  gates[0]?.resolve()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await readTitles(world.core())).toEqual([])
  gates[1]?.resolve()
  await untilErrandIs(world, job, 'done')
  expect(await readTitles(world.core())).toEqual(['by 2'])
  expect(await toldStates(world, job)).toEqual(['queued', 'queued', 'done'])
})

test('an effect and its step are one: when the effect throws, the step is taken again', async () => {
  let tries = 0
  await using world = await createErrandWorld({
    async run(work, core) {
      await work.write('first', async (tx) => {
        await notesTable(tx)
          .insertInto('notes')
          .values({ ...blankNote, id: core.newId(), title: 'kept' })
          .execute()
        if ((tries += 1) === 1) throw new Error('half-way')
      })
    },
  })
  const job = await sendErrand(world)
  await eventually(
    () => readErrand(world, job),
    ({ error }) => error !== null,
  )
  expect(await readTitles(world.core())).toEqual([])
  await pass(world, 2000)
  await untilErrandIs(world, job, 'done')
  expect(await readTitles(world.core())).toEqual(['kept'])
  expect(tries).toBe(2)
})

test('an output that does not fit its shape is not kept, so that the next try can do better', async () => {
  let next = 0.5
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => (next *= 2))
    },
  })
  next = 0.25
  const job = await sendErrand(world)
  await eventually(
    () => readErrand(world, job),
    ({ error }) => error !== null,
  )
  expect((await readErrand(world, job)).finished).toEqual([])
  await pass(world, 2000)
  expect(await untilErrandIs(world, job, 'done')).toMatchObject({ attempt: 2 })
})

test('a step that takes longer than its lease is not started a second time (lease renewed by the thread that computes)', async () => {
  const gate = Promise.withResolvers<number>()
  let starts = 0
  await using world = await createErrandWorld({
    async run(work) {
      starts += 1
      await work.step('first', z.int(), () => gate.promise)
    },
  })
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'running')
  await pass(world, hour)
  await new Promise((resolve) => setTimeout(resolve, 1200))
  gate.resolve(1)
  await untilErrandIs(world, job, 'done')
  expect(starts).toBe(1)
})

test('a job that was at work in ten killed processes waits before it runs again', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const lost = async (losses: number) => {
    const job = await sendErrand(world, { runAt: world.clock.now + hour })
    const change = { state: 'running', losses, attempt: losses + 1, run_at: world.clock.now }
    await world
      .core()
      .db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
    return job
  }
  const [unlucky, suspect] = [await lost(8), await lost(11)]
  await world.restart()
  await untilErrandIs(world, unlucky, 'done')
  expect(await readErrand(world, suspect)).toMatchObject({ state: 'queued', attempt: 12 })
  await pass(world, 4 * second)
  await untilErrandIs(world, suspect, 'done')
})

test('a job that was at work in thirty killed processes is taken for their killer', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const job = await sendErrand(world, { runAt: world.clock.now + hour })
  const change = { state: 'running', losses: 29, attempt: 30 }
  await world.core().db.write((tx) => jobTables(tx).updateTable('jobs').set(change).where('id', '=', job.id).execute())
  await world.restart()
  const failed = await readErrand(world, job)
  expect(failed).toMatchObject({ state: 'failed', error: expect.stringContaining('stopped each time') })
  expect(await toldStates(world, job)).toEqual(['queued', 'failed'])
})

test('progress is shown while a step is at work, and gone when the job is done', async () => {
  const gate = Promise.withResolvers<number>()
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => {
        for (let i = 1; i <= 40; i += 1) work.progress(i, 40)
        return gate.promise
      })
    },
  })
  const job = await sendErrand(world)
  const shown = await eventually(
    () => readErrand(world, job),
    ({ progress }) => progress?.done !== undefined,
  )
  expect(shown.progress).toEqual({ step: 'first', done: 40, total: 40 })
  gate.resolve(1)
  expect((await untilErrandIs(world, job, 'done')).progress).toBeNull()
})
