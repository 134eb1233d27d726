import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineJob, giveUp, type Work } from '#core/jobs'
import { hour } from '#std/duration'
import { createNotesWorld, type NotesWorld } from '../../../tests/world/notes-space.ts'
import { crash, errandOwner, readErrand, sendErrand, toldStates, untilErrandIs } from '../../../tests/world/errands.ts'
import { eventually, pass, register } from '../../../tests/world/world.ts'
import { jobsApi } from './contract.ts'
import type { Core } from '../core.ts'

const Part = z.object({ number: z.int() })
type Part = z.output<typeof Part>
const children = { kind: 'tests.part', owner: errandOwner } as const

interface Family {
  run(work: Work<Record<string, never>>, core: Core): Promise<void>
  runPart?(work: Work<Part>): Promise<void>
}

/** Errands that may have parts: jobs of the kind `tests.part`. */
function createFamilyWorld({ run, runPart = async () => {} }: Family) {
  const errand = defineJob({
    kind: 'tests.errand',
    payload: z.object({}),
    steps: ['divide', 'join'],
    run: (core: Core, work) => run(work, core),
  })
  const part = defineJob({
    kind: 'tests.part',
    payload: Part,
    steps: [],
    weight: 'light',
    run: (_: Core, work) => runPart(work),
  })
  return createNotesWorld({ jobs: [errand, part] })
}

const divide = (work: Work<unknown>, { jobs }: Core, count: number) =>
  work.write('divide', async (tx) => {
    const parts = Array.from({ length: count }, (_, number) => ({
      ...children,
      owner: work.owner,
      parent: work.id,
      label: `part ${number}`,
      payload: { number },
    }))
    await jobs.enqueueAll(tx, parts)
  })

const readParts = (world: NotesWorld, parent: string) =>
  eventually(
    async () => (await world.core().jobs.read(errandOwner, [parent]))[0]?.children,
    (count) => count !== undefined,
  )

test('a job waits for its children without a place of its own, and goes on at its next step after the last', async () => {
  const runs: string[] = []
  await using world = await createFamilyWorld({
    async run(work, core) {
      runs.push(`attempt ${work.attempt}`)
      await divide(work, core, 10)
      const { done, failed } = await work.children()
      await work.step('join', z.int(), async () => runs.push(`joined ${done.length} of ${done.length + failed.length}`))
    },
    runPart: async ({ payload: { number } }) => void runs.push(`part ${number}`),
  })
  const job = await untilErrandIs(world, await sendErrand(world), 'done')
  expect(job).toMatchObject({ attempt: 2, children: { total: 10, done: 10, failed: 0 }, parent: null })
  expect(runs.filter((run) => run.startsWith('part'))).toHaveLength(10)
  expect([runs[0], ...runs.slice(-2)]).toEqual(['attempt 1', 'attempt 2', 'joined 10 of 10'])
  expect(await toldStates(world, job)).toEqual(['queued', 'waiting', 'queued', 'done'])
})

test('a job whose child failed is given up with the words of the child', async () => {
  await using world = await createFamilyWorld({
    async run(work, core) {
      await divide(work, core, 3)
      await work.children()
    },
    async runPart({ payload: { number } }) {
      if (number === 1) throw giveUp('The page is torn.')
    },
  })
  const job = await untilErrandIs(world, await sendErrand(world), 'failed')
  expect(job).toMatchObject({
    error: '1 of 3 parts did not work out. The first (part 1): The page is torn.',
    children: { total: 3, done: 2, failed: 1 },
  })
})

test('a job that allows failed children hears of them and decides', async () => {
  const heard: unknown[] = []
  await using world = await createFamilyWorld({
    async run(work, core) {
      await divide(work, core, 3)
      const { done, failed } = await work.children({ failed: 'allow' })
      heard.push(done.length, ...failed.map(({ label, error }) => [label, error]))
    },
    async runPart({ payload: { number } }) {
      if (number === 1) throw giveUp('The page is torn.')
    },
  })
  await untilErrandIs(world, await sendErrand(world), 'done')
  expect(heard).toEqual([2, ['part 1', 'The page is torn.']])
})

test('a job without children does not wait for any', async () => {
  await using world = await createFamilyWorld({
    async run(work) {
      expect(await work.children()).toEqual({ done: [], failed: [] })
    },
  })
  expect(await untilErrandIs(world, await sendErrand(world), 'done')).toMatchObject({ attempt: 1, children: null })
})

test('children that were enqueued before a crash are not enqueued again, and the parent still wakes', async () => {
  const gate = Promise.withResolvers<void>()
  let runs = 0
  await using world = await createFamilyWorld({
    async run(work, core) {
      await divide(work, core, 5)
      await work.children()
    },
    async runPart() {
      if ((runs += 1) <= 5) await gate.promise
    },
  })
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'waiting')
  await eventually(
    async () => runs,
    (count) => count === 5,
  )
  await crash(world)
  await untilErrandIs(world, job, 'done')
  gate.resolve()
  expect(await readParts(world, job.id)).toEqual({ total: 5, done: 5, failed: 0 })
})

test('cancelling a job cancels its children, those that wait and those that run', async () => {
  let begun = 0
  let aborted = 0
  await using world = await createFamilyWorld({
    async run(work, core) {
      await divide(work, core, 150)
      await work.children()
    },
    async runPart({ signal }) {
      begun += 1
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      aborted += 1
      signal.throwIfAborted()
    },
  })
  const person = await register(world)
  const api = person.client(jobsApi)
  const { id: jobId } = await sendErrand(world, { owner: person.id })
  await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'waiting' && begun === 128,
  )
  expect(await api.cancelJob({ jobId })).toMatchObject({ state: 'cancelled' })
  const ended = await eventually(
    () => api.getJob({ jobId }),
    (job) => job.children?.failed === 150,
  )
  expect(ended.state).toBe('cancelled')
  expect([begun, aborted]).toEqual([128, 128])
  expect((await api.listJobs({ query: { parent: jobId, state: 'cancelled', limit: 100 } })).items).toHaveLength(100)
})

test('children that a cancelled job enqueued at its last moment are cancelled with it', async () => {
  const gate = Promise.withResolvers<void>()
  let parts = 0
  await using world = await createFamilyWorld({
    async run(work, core) {
      await core.db.write(async (tx) => {
        await core.jobs.enqueue(tx, {
          ...children,
          owner: work.owner,
          parent: work.id,
          payload: { number: 0 },
          runAt: core.now() + hour,
        })
      })
      await gate.promise
      await work.children()
    },
    runPart: async () => void (parts += 1),
  })
  const person = await register(world)
  const api = person.client(jobsApi)
  const { id: jobId } = await sendErrand(world, { owner: person.id })
  await eventually(
    () => api.getJob({ jobId }),
    (job) => job.children?.total === 1,
  )
  await world.core().db.write(async (tx) => {
    await tx
      .$extendTables<{ jobs: { id: string; cancel_requested: number } }>()
      .updateTable('jobs')
      .set({ cancel_requested: 1 })
      .where('id', '=', jobId)
      .execute()
  })
  await api.cancelJob({ jobId })
  gate.resolve()
  const ended = await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'cancelled',
  )
  expect(ended.children).toEqual({ total: 1, done: 0, failed: 1 })
  await pass(world, hour)
  expect(parts).toBe(0)
})

test('a child that was cancelled does not keep its parent waiting', async () => {
  const heard: (string | null)[] = []
  await using world = await createFamilyWorld({
    async run(work, core) {
      await work.write('divide', async (tx) => {
        await core.jobs.enqueue(tx, {
          ...children,
          owner: work.owner,
          parent: work.id,
          payload: { number: 0 },
          runAt: core.now() + hour,
        })
      })
      const { failed } = await work.children({ failed: 'allow' })
      heard.push(...failed.map(({ error }) => error))
    },
  })
  const person = await register(world)
  const api = person.client(jobsApi)
  const { id: jobId } = await sendErrand(world, { owner: person.id })
  await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'waiting',
  )
  const [child] = (await api.listJobs({ query: { parent: jobId } })).items
  expect(child).toMatchObject({ parent: jobId, state: 'queued' })
  await api.cancelJob({ jobId: child?.id ?? '' })
  await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'done',
  )
  expect(heard).toEqual(['It was cancelled.'])
})

test('a job that failed over a child waits for it again when both are sent again', async () => {
  let isTorn = true
  await using world = await createFamilyWorld({
    async run(work, core) {
      await divide(work, core, 2)
      await work.children()
    },
    async runPart({ payload: { number } }) {
      if (isTorn && number === 1) throw giveUp('The page is torn.')
    },
  })
  const person = await register(world)
  const api = person.client(jobsApi)
  const { id: jobId } = await sendErrand(world, { owner: person.id })
  const stateIs = (state: string) =>
    eventually(
      () => api.getJob({ jobId }),
      (job) => job.state === state,
    )
  await stateIs('failed')
  isTorn = false
  const [torn] = (await api.listJobs({ query: { parent: jobId, state: 'failed' } })).items
  await api.retryJob({ jobId: torn?.id ?? '' })
  await api.retryJob({ jobId })
  expect((await stateIs('done')).children).toEqual({ total: 2, done: 2, failed: 0 })
})

test('the children of children are cancelled too', async () => {
  await using world = await createFamilyWorld({ run: async () => {} })
  const runAt = world.clock.now + hour
  const person = await register(world)
  const parent = await sendErrand(world, { owner: person.id, runAt })
  const child = await sendErrand(world, { owner: person.id, runAt, parent: parent.id })
  const grandchild = await sendErrand(world, { owner: person.id, runAt, parent: child.id })
  const api = person.client(jobsApi)
  await api.cancelJob({ jobId: parent.id })
  expect(await api.getJob({ jobId: grandchild.id })).toMatchObject({ state: 'cancelled', parent: child.id })
  await expect(readErrand(world, grandchild)).rejects.toThrow('no such errand')
})
