import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineProblem, Problem } from '#contract/problem'
import { day } from '#std/duration'
import { createErrandWorld, readErrand, sendErrand, toldStates, untilErrandIs } from '../../../tests/world/errands.ts'
import { createNotesWorld } from '../../../tests/world/notes-space.ts'
import { eventually, pass } from '../../../tests/world/world.ts'
import { giveUp, retryLater } from './jobs.ts'

const outOfPaper = defineProblem({ name: 'tests/out-of-paper', status: 409, title: 'Out of paper' })

const quiet = () => new Promise((resolve) => setTimeout(resolve, 60))

test('a bug is tried again with growing pauses, then the job fails in plain words, with the cause in the log alone', async () => {
  await using world = await createErrandWorld({
    attempts: 3,
    async run() {
      throw new Error('ECONNRESET 10.0.0.7')
    },
  })
  const job = await sendErrand(world)
  const pauses: number[] = []
  for (const failures of [1, 2]) {
    const waiting = await eventually(
      () => readErrand(world, job),
      ({ state, error, attempt }) => state === 'queued' && error !== null && attempt === failures,
    )
    pauses.push(waiting.runAt - waiting.updatedAt)
    await pass(world, waiting.runAt - world.clock.now)
  }
  const failed = await untilErrandIs(world, job, 'failed')
  expect(failed).toMatchObject({ attempt: 3, error: expect.stringContaining('Something broke on our side') })
  expect(pauses[0]).toBeGreaterThanOrEqual(990)
  expect(pauses[0]).toBeLessThanOrEqual(2000)
  expect(pauses[1]).toBeGreaterThanOrEqual(1990)
  expect(pauses[1]).toBeLessThanOrEqual(4000)
  expect(world.log.filter((line) => line.includes('ECONNRESET'))).toHaveLength(3)
  expect(await toldStates(world, job)).toEqual(['queued', 'queued', 'queued', 'failed'])
})

test('a job that asks for later waits as long as it asked, and says why', async () => {
  let runs = 0
  await using world = await createErrandWorld({
    async run() {
      if ((runs += 1) === 1) throw retryLater(day, 'The printer is asleep until tomorrow.')
    },
  })
  const job = await sendErrand(world)
  const waiting = await eventually(
    () => readErrand(world, job),
    ({ error }) => error !== null,
  )
  expect(waiting).toMatchObject({ state: 'queued', error: 'The printer is asleep until tomorrow.' })
  await pass(world, day - 1000)
  await quiet()
  expect(runs).toBe(1)
  await pass(world, 1000)
  expect(await untilErrandIs(world, job, 'done')).toMatchObject({ error: null })
  expect(world.log.join('')).not.toContain('a job failed')
})

test.each([
  { error: giveUp('This page cannot be printed. Cut it in two.') },
  { error: new Problem(outOfPaper, 'This page cannot be printed. Cut it in two.') },
])('$error.name ends the job at once in its own words', async ({ error }) => {
  await using world = await createErrandWorld({
    async run() {
      throw error
    },
  })
  const job = await untilErrandIs(world, await sendErrand(world), 'failed')
  expect(job).toMatchObject({ attempt: 1, error: 'This page cannot be printed. Cut it in two.' })
  expect(world.log.join('')).not.toContain('a job failed')
})

test('a job waits for its time, and one without code waits for the code, while others go on', async () => {
  const ran: string[] = []
  await using world = await createErrandWorld({ run: async ({ id }) => void ran.push(id) })
  const unknown = await sendErrand(world, { kind: 'tests.unknown', priority: 9 })
  const later = await sendErrand(world, { runAt: world.clock.now + 60_000 })
  const now = await sendErrand(world)
  await untilErrandIs(world, now, 'done')
  expect(ran).toEqual([now.id])
  await pass(world, 60_000)
  await untilErrandIs(world, later, 'done')
  expect(await readErrand(world, unknown)).toMatchObject({ state: 'queued', attempt: 0, steps: [] })
})

test('a job whose write is refused was never there', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { db, jobs } = world.core()
  const refused = db.write(async (tx) => {
    await jobs.enqueue(tx, { kind: 'tests.errand', owner: 'somebody', payload: {}, key: 'once' })
    throw new Error('changed my mind')
  })
  await expect(refused).rejects.toThrow('changed my mind')
  expect(await sendErrand(world, { key: 'once' })).toMatchObject({ attempt: 0, state: 'queued' })
})

test('two jobs with one key are one job', async () => {
  let runs = 0
  await using world = await createErrandWorld({
    async run() {
      runs += 1
    },
  })
  const [first, second] = await Promise.all([sendErrand(world, { key: 'once' }), sendErrand(world, { key: 'once' })])
  await untilErrandIs(world, first, 'done')
  const third = await sendErrand(world, { key: 'once' })
  await quiet()
  expect([second.id, third.id]).toEqual([first.id, first.id])
  expect(runs).toBe(1)
})

test('a job that runs by itself runs once in each slot of time, however often the server starts', async () => {
  const days: number[] = []
  await using world = await createErrandWorld({
    every: day,
    run: async (_, core) => void days.push(Math.floor(core.now() / day)),
  })
  await eventually(
    async () => days.length,
    (runs) => runs === 1,
  )
  await world.restart()
  world.clock.now += 3 * day
  await world.restart()
  await eventually(
    async () => days.length,
    (runs) => runs === 2,
  )
  await world.restart()
  await quiet()
  expect(days.map((number) => number - (days[0] ?? 0))).toEqual([0, 3])
})

test('jobs that ended are kept thirty days; those that wait are kept for good', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const done = await sendErrand(world)
  await untilErrandIs(world, done, 'done')
  const waiting = await sendErrand(world, { runAt: world.clock.now + 90 * day })
  world.clock.now += 29 * day
  await world.restart()
  await quiet()
  await expect(readErrand(world, done)).resolves.toMatchObject({ state: 'done' })
  world.clock.now += 2 * day
  await world.restart()
  await eventually(
    () => world.core().jobs.read('somebody', [done.id]),
    (jobs) => jobs.length === 0,
  )
  expect(await readErrand(world, waiting)).toMatchObject({ state: 'queued' })
})

test('two jobs of one kind stop the start', async () => {
  const errand = { kind: 'tests.errand', steps: [], run: async () => {} } as const
  const twice = [errand, errand].map((job) => ({ ...job, payload: z.object({}) }))
  await expect(createNotesWorld({ jobs: twice })).rejects.toThrow('The job kind tests.errand is declared twice')
})
