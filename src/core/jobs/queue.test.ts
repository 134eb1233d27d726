import { expect, test } from 'vitest'
import { defineJob, type JobDefinition, type NewJob } from '#core/jobs'
import { hour } from '#std/duration'
import { z } from 'zod'
import {
  createErrandWorld,
  errandOwner,
  readErrand,
  sendErrand,
  toldStates,
  untilErrandIs,
} from '../../../tests/world/errands.ts'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { eventually, pass } from '../../../tests/world/world.ts'
import type { Core } from '../core.ts'
import { mostChildren, tooManyChildren } from './queue/enqueue.ts'

const payload = z.object({})
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60))

const sendAll = (world: NotesWorld, jobs: readonly Partial<NewJob>[]) =>
  world.core().db.write((tx) =>
    world.core().jobs.enqueueAll(
      tx,
      jobs.map((job) => ({ kind: 'tests.errand', owner: errandOwner, payload: {}, ...job })),
    ),
  )

/** A world where one errand runs at a time; answers the owners or labels in the order of their beginning. */
async function createLine(about: Partial<Omit<JobDefinition<typeof payload, Core>, 'run'>> = {}) {
  const begun: string[] = []
  const world = await createErrandWorld({ most: 1, run: async (work) => void begun.push(work.owner), ...about })
  return { world, begun }
}

test('many jobs are enqueued at once, each is told, and each runs once', async () => {
  const ran: string[] = []
  await using world = await createErrandWorld({ weight: 'light', run: async ({ id }) => void ran.push(id) })
  const jobs = await sendAll(
    world,
    Array.from({ length: 250 }, () => ({})),
  )
  await eventually(
    async () => ran.length,
    (count) => count >= 250,
  )
  await quiet()
  expect(ran.toSorted()).toEqual(jobs.map(({ id }) => id).toSorted())
  const last = jobs.at(-1)
  if (!last) throw new Error('Nothing was enqueued')
  await untilErrandIs(world, last, 'done')
  expect(await toldStates(world, last)).toEqual(['queued', 'done'])
})

test('of many jobs enqueued at once, each key has one job, which is answered in its place', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const known = await sendErrand(world, { key: 'known' })
  const jobs = await sendAll(world, [{ key: 'new' }, { key: 'known' }, {}, { key: 'new' }])
  expect(jobs.map(({ id }) => id)).toEqual([jobs[0]?.id, known.id, jobs[2]?.id, jobs[0]?.id])
  expect(await toldStates(world, known)).toContain('queued')
})

test('who asks for little is not kept waiting by who asked for much', async () => {
  const { world, begun } = await createLine()
  await using _ = world
  await sendAll(world, [
    ...Array.from({ length: 60 }, () => ({ owner: 'greedy' })),
    { owner: 'modest' },
    { owner: 'greedy' },
    { owner: 'modest' },
  ])
  await eventually(
    async () => begun.length,
    (count) => count === 63,
  )
  expect(begun.slice(0, 5).filter((owner) => owner === 'modest')).toHaveLength(2)
})

test('who comes later joins at the turn that is served, and is fair to those who came before', async () => {
  const gate = Promise.withResolvers<void>()
  const begun: string[] = []
  await using world = await createErrandWorld({
    most: 1,
    async run({ owner }) {
      begun.push(owner)
      if (begun.length === 20) await gate.promise
    },
  })
  await sendAll(
    world,
    Array.from({ length: 60 }, () => ({ owner: 'greedy' })),
  )
  await eventually(
    async () => begun.length,
    (count) => count === 20,
  )
  await sendAll(
    world,
    Array.from({ length: 10 }, () => ({ owner: 'late' })),
  )
  gate.resolve()
  await eventually(
    async () => begun.length,
    (count) => count === 70,
  )
  const meanwhile = begun.slice(20, 40).filter((owner) => owner === 'late').length
  expect(meanwhile).toBeGreaterThanOrEqual(9)
  expect(begun.slice(20, 30)).toContain('greedy')
})

test('a start remembers the turns that were given before it', async () => {
  const { world, begun } = await createLine()
  await using _ = world
  const runAt = world.clock.now + hour
  await sendAll(
    world,
    Array.from({ length: 10 }, () => ({ owner: 'greedy', runAt })),
  )
  await world.restart()
  await sendAll(world, [
    { owner: 'greedy', runAt },
    { owner: 'modest', runAt },
  ])
  await pass(world, hour)
  await eventually(
    async () => begun.length,
    (count) => count === 12,
  )
  expect(begun.indexOf('modest')).toBeLessThan(3)
})

test('a job of a higher priority begins first, whoever owns it', async () => {
  const { world, begun } = await createLine()
  await using _ = world
  const runAt = world.clock.now + hour
  await sendAll(world, [
    { owner: 'early', runAt },
    { owner: 'urgent', runAt, priority: 5 },
  ])
  await pass(world, hour)
  await eventually(
    async () => begun.length,
    (count) => count === 2,
  )
  expect(begun).toEqual(['urgent', 'early'])
})

test('never more of a kind run at once than it allows, while others are not held up', async () => {
  const gate = Promise.withResolvers<void>()
  let now = 0
  let most = 0
  const narrow = defineJob({
    kind: 'tests.narrow',
    payload,
    steps: [],
    most: 2,
    async run() {
      most = Math.max(most, (now += 1))
      await gate.promise
      now -= 1
    },
  })
  const wide = defineJob({ kind: 'tests.errand', payload, steps: [], run: async () => {} })
  await using world = await createNotesWorld({ jobs: [narrow, wide] })
  const narrows = await sendAll(
    world,
    Array.from({ length: 6 }, () => ({ kind: 'tests.narrow' })),
  )
  const other = await sendErrand(world)
  await untilErrandIs(world, other, 'done')
  await eventually(
    async () => now,
    (count) => count === 2,
  )
  gate.resolve()
  for (const job of narrows) await untilErrandIs(world, job, 'done')
  expect(most).toBe(2)
})

test('at most four heavy jobs run at once', async () => {
  const gate = Promise.withResolvers<void>()
  let begun = 0
  await using world = await createErrandWorld({
    async run() {
      begun += 1
      await gate.promise
    },
  })
  await sendAll(
    world,
    Array.from({ length: 9 }, () => ({})),
  )
  await eventually(
    async () => begun,
    (count) => count === 4,
  )
  await quiet()
  expect(begun).toBe(4)
  gate.resolve()
  await eventually(
    async () => begun,
    (count) => count === 9,
  )
})

test('no more of a kind begin in a stretch of time than its rate allows', async () => {
  const { world, begun } = await createLine({ most: 4, rate: { most: 3, per: hour } })
  await using _ = world
  await sendAll(
    world,
    Array.from({ length: 7 }, () => ({})),
  )
  for (const total of [3, 6, 7]) {
    await eventually(
      async () => begun.length,
      (count) => count === total,
    )
    await quiet()
    expect(begun).toHaveLength(total)
    await pass(world, hour)
  }
})

test('on a full disk only what makes room begins', async () => {
  const ran: string[] = []
  const run = async (_: Core, { id }: { id: string }) => void ran.push(id)
  const usual = defineJob({ kind: 'tests.errand', payload, steps: [], run })
  const tidy = defineJob({ kind: 'tests.tidy', payload, steps: [], footprint: 'frees', run })
  const space = { free: 1e12, total: 2e12 }
  await using world = await createNotesWorld({
    jobs: [usual, tidy],
    config: { diskReserve: 1000 },
    readSpace: async () => space,
  })
  space.free = 500e6
  await eventually(
    async () => world.core().disk.isLow(),
    (isLow) => isLow,
  )
  await quiet()
  const [waits, runs] = await sendAll(world, [{}, { kind: 'tests.tidy' }])
  if (!waits || !runs) throw new Error('Nothing was enqueued')
  await untilErrandIs(world, runs, 'done')
  await quiet()
  expect(await readErrand(world, waits)).toMatchObject({ state: 'queued', attempt: 0 })
  space.free = 1e12
  await untilErrandIs(world, waits, 'done')
}, 30_000)

test('a daily job runs at its hour, and one that was missed runs at the next start', async () => {
  const hours: number[] = []
  await using world = await createErrandWorld({
    every: 24 * hour,
    after: 2 * hour,
    run: async (_, core) => void hours.push(new Date(core.now()).getUTCHours()),
  })
  await eventually(
    async () => hours.length,
    (count) => count === 1,
  )
  world.clock.now = Date.UTC(2026, 2, 3, 1, 59)
  await world.restart()
  await quiet()
  expect(hours).toHaveLength(1)
  world.clock.now = Date.UTC(2026, 2, 3, 2, 1)
  await world.restart()
  await eventually(
    async () => hours.length,
    (count) => count === 2,
  )
  expect(hours).toEqual([9, 2])
})

test('a kind that would run less than once in thirty days stops the start', async () => {
  const seldom = defineJob({ kind: 'tests.errand', payload, steps: [], every: 31 * 24 * hour, run: async () => {} })
  await expect(createNotesWorld({ jobs: [seldom] })).rejects.toThrow('runs too seldom')
})

test('more children than a job can have are refused, and none is kept', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { id: parent } = await sendErrand(world, { runAt: world.clock.now + hour })
  const children = Array.from({ length: mostChildren + 1 }, () => ({ parent, runAt: world.clock.now + hour }))
  await expect(sendAll(world, children)).rejects.toMatchObject({ kind: tooManyChildren })
  expect((await readErrand(world, { id: (await sendErrand(world)).id })).children).toBeNull()
  expect((await world.core().jobs.read(errandOwner, [parent]))[0]?.children).toBeNull()
}, 30_000)
