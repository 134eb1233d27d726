import { expect, test } from 'vitest'
import { z } from 'zod'
import { createErrandWorld, readErrand, sendErrand, toldStates, untilErrandIs } from '../../../tests/world/errands.ts'
import type { NotesWorld } from '../../../tests/world/notes-space.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, pass, register } from '../../../tests/world/world.ts'
import { jobFinished, jobNotFound, jobNotStopped, jobsApi } from './contract.ts'
import { giveUp } from './jobs.ts'

async function enter(world: NotesWorld) {
  const person = await register(world)
  return { person, api: person.client(jobsApi), send: () => sendErrand(world, { owner: person.id }) }
}

test('a job that waits is cancelled at once and never runs', async () => {
  let runs = 0
  await using world = await createErrandWorld({
    async run() {
      runs += 1
    },
  })
  const { api, person } = await enter(world)
  const { id: jobId } = await sendErrand(world, { owner: person.id, runAt: world.clock.now + 60_000 })
  expect(await api.cancelJob({ jobId })).toMatchObject({ state: 'cancelled' })
  await pass(world, 120_000)
  const { id: other } = await sendErrand(world, { owner: person.id })
  await eventually(
    () => api.getJob({ jobId: other }),
    ({ state }) => state === 'done',
  )
  expect(runs).toBe(1)
  expect(await toldStates(world, { id: jobId })).toEqual(['queued', 'cancelled'])
})

test('a job that runs hears that it is cancelled; its steps are kept and its next ones not taken', async () => {
  const runs: string[] = []
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => runs.push('first'))
      await new Promise((resolve) => work.signal.addEventListener('abort', resolve))
      await work.step('second', z.int(), async () => runs.push('second'))
    },
  })
  const { api, send } = await enter(world)
  const { id: jobId } = await send()
  await eventually(
    () => api.getJob({ jobId }),
    ({ finished }) => finished.length === 1,
  )
  await api.cancelJob({ jobId })
  const cancelled = await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'cancelled',
  )
  expect(cancelled).toMatchObject({ finished: ['first'], error: null, progress: null })
  expect(runs).toEqual(['first'])
  expect((await refusalOf(api.cancelJob({ jobId }))).is(jobFinished)).toBe(true)
})

test('a job that failed is sent again from the step where it stopped', async () => {
  const runs: string[] = []
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => runs.push('first'))
      await work.step('second', z.int(), async () => {
        if (runs.push('second') === 2) throw giveUp('The printer is gone. Buy one.')
        return 2
      })
    },
  })
  const { api, send } = await enter(world)
  const { id: jobId } = await send()
  const failed = await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'failed',
  )
  expect(failed).toMatchObject({ finished: ['first'], error: 'The printer is gone. Buy one.' })
  expect(await api.retryJob({ jobId })).toMatchObject({ state: 'queued', error: null })
  const done = await eventually(
    () => api.getJob({ jobId }),
    ({ state }) => state === 'done',
  )
  expect(done.finished).toEqual(['first', 'second'])
  expect(runs).toEqual(['first', 'second', 'second'])
  expect((await refusalOf(api.retryJob({ jobId }))).is(jobNotStopped)).toBe(true)
})

test('a job of somebody else answers like one that does not exist, and nothing happens to it', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { person, send } = await enter(world)
  const { id: jobId } = await sendErrand(world, { owner: person.id, runAt: world.clock.now + 60_000 })
  const stranger = (await enter(world)).api
  const missing = await refusalOf(stranger.getJob({ jobId: '01a1f950-0000-7000-8000-000000000000' }))
  for (const call of [stranger.getJob, stranger.cancelJob, stranger.retryJob]) {
    const refusal = await refusalOf(call({ jobId }))
    expect(refusal.is(jobNotFound)).toBe(true)
    expect(refusal.problem).toEqual(missing.problem)
  }
  await send()
  expect((await stranger.listJobs()).items).toEqual([])
  expect(await person.client(jobsApi).getJob({ jobId })).toMatchObject({ state: 'queued' })
})

test('jobs are listed newest first, page by page, and by state and subject', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { api, person } = await enter(world)
  const ids: string[] = []
  for (const subject of ['a', 'b', 'a', 'b', 'a']) {
    const { id } = await sendErrand(world, { owner: person.id, subject, runAt: world.clock.now + 60_000 })
    ids.unshift(id)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await api.listJobs({ query: { limit: 2, cursor } })
    expect(items.length).toBeLessThanOrEqual(2)
    seen.push(...items.map(({ id }) => id))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(ids)
  expect((await api.listJobs({ query: { subject: 'b' } })).items.map(({ id }) => id)).toEqual([ids[1], ids[3]])
  expect((await api.listJobs({ query: { state: 'done' } })).items).toEqual([])
})

test('a stop lets the step at work end, leaves what waits, and the next start goes on', async () => {
  const runs: string[] = []
  const started = Promise.withResolvers<void>()
  await using world = await createErrandWorld({
    async run(work) {
      await work.step('first', z.int(), async () => {
        started.resolve()
        await new Promise((resolve) => setTimeout(resolve, 150))
        return runs.push('first')
      })
    },
  })
  const job = await sendErrand(world)
  const later = await sendErrand(world, { runAt: world.clock.now + 60_000 })
  await started.promise
  await world.restart()
  expect(await readErrand(world, job)).toMatchObject({ state: 'done', attempt: 1 })
  expect(await readErrand(world, later)).toMatchObject({ state: 'queued', attempt: 0 })
  await pass(world, 60_000)
  await untilErrandIs(world, later, 'done')
  expect(runs).toHaveLength(2)
})

test('a stop sends a job that does not end in time back to the queue, and that is no failure', async () => {
  let tries = 0
  await using world = await createErrandWorld({
    async run(work) {
      if ((tries += 1) > 1) return
      await new Promise((resolve) => work.signal.addEventListener('abort', resolve))
      work.signal.throwIfAborted()
    },
  })
  const job = await sendErrand(world)
  await untilErrandIs(world, job, 'running')
  await world.restart()
  expect(await untilErrandIs(world, job, 'done')).toMatchObject({ attempt: 2, error: null })
  expect(await toldStates(world, job)).toEqual(['queued', 'queued', 'done'])
  expect(world.log.join('')).not.toContain('a job failed')
}, 15_000)
