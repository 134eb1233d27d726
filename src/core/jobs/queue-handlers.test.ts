import { expect, test } from 'vitest'
import { giveUp, type NewJob } from '#core/jobs'
import { errandOwner, createErrandWorld, readErrand, sendErrand, untilErrandIs } from '../../../tests/world/errands.ts'
import type { NotesWorld } from '../../../tests/world/notes-space.ts'
import { readLog } from '../../../tests/world/read-log.ts'
import { refusalOf } from '../../../tests/world/refusal.ts'
import { eventually, register, registerAdministrator } from '../../../tests/world/world.ts'
import { jobNotFound, jobNotStopped, jobsApi, kindNotFound } from './contract.ts'

const kind = 'tests.errand'
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60))

async function enter(world: NotesWorld) {
  const administrator = await registerAdministrator(world)
  return { administrator, api: administrator.client(jobsApi) }
}

/** Errands that fail until `state.isBroken` is false. */
async function createBrokenWorld() {
  const state = { isBroken: true }
  const world = await createErrandWorld({
    async run() {
      if (state.isBroken) throw giveUp('The printer is gone.')
    },
  })
  return { world, state }
}

async function fail(world: NotesWorld, job: Partial<NewJob> = {}) {
  return untilErrandIs(world, await sendErrand(world, job), 'failed')
}

test('an administrator sees each kind with its counts, and since when its oldest job waits', async () => {
  const gate = Promise.withResolvers<void>()
  await using world = await createErrandWorld({ most: 1, run: () => gate.promise })
  const { api } = await enter(world)
  const running = await sendErrand(world)
  await untilErrandIs(world, running, 'running')
  const waits = await sendErrand(world)
  await sendErrand(world, { runAt: world.clock.now + 60_000 })
  const { kinds } = await api.getQueue()
  expect(kinds.find((standing) => standing.kind === kind)).toEqual({
    kind,
    queued: 2,
    running: 1,
    waiting: 0,
    failed: 0,
    oldestDue: waits.runAt,
    paused: null,
  })
  expect(kinds.map((standing) => standing.kind)).toContain('jobs.prune-finished')
  gate.resolve()
})

test('jobs of a paused kind wait, others go on, and both pausing and resuming are told with who did it', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { api, administrator } = await enter(world)
  expect((await api.pauseKind({ kind })).paused).toMatchObject({ by: administrator.id })
  await api.pauseKind({ kind })
  const job = await sendErrand(world)
  await quiet()
  expect(await readErrand(world, job)).toMatchObject({ state: 'queued', attempt: 0 })
  await world.restart()
  await quiet()
  expect(await readErrand(world, job)).toMatchObject({ state: 'queued', attempt: 0 })
  expect((await api.resumeKind({ kind })).paused).toBeNull()
  await untilErrandIs(world, job, 'done')
  const told = (await readLog(world.core())).filter(({ entity }) => entity === kind)
  expect(told.map(({ name, actor, owner }) => [name, actor, owner])).toEqual([
    ['jobs.kind-paused', administrator.id, ''],
    ['jobs.kind-resumed', administrator.id, ''],
  ])
})

test('a kind that nobody knows cannot be paused', async () => {
  await using world = await createErrandWorld({ run: async () => {} })
  const { api } = await enter(world)
  expect((await refusalOf(api.pauseKind({ kind: 'tests.unknown' }))).is(kindNotFound)).toBe(true)
  await sendErrand(world, { kind: 'tests.unknown' })
  expect(await api.pauseKind({ kind: 'tests.unknown' })).toMatchObject({ queued: 1 })
})

test('dead jobs of everybody are listed latest first, page by page, without what they worked on', async () => {
  const { world } = await createBrokenWorld()
  await using _ = world
  const { api } = await enter(world)
  const ids: string[] = []
  for (const label of ['a', 'b', 'c']) ids.unshift((await fail(world, { label, payload: { secret: 'word' } })).id)
  const first = await api.listDeadJobs({ query: { limit: 2 } })
  const second = await api.listDeadJobs({ query: { limit: 2, cursor: first.next ?? '', kind } })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
  expect(second.next).toBeNull()
  expect(Object.keys(first.items[0] ?? {}).sort()).toEqual(['at', 'attempt', 'error', 'id', 'kind', 'owner'])
  expect(first.items[0]).toMatchObject({ kind, owner: errandOwner, attempt: 1, error: 'The printer is gone.' })
  expect((await api.listDeadJobs({ query: { kind: 'tests.other' } })).items).toEqual([])
})

test('an administrator sends a dead job of anybody again, and the log tells who did', async () => {
  const { world, state } = await createBrokenWorld()
  await using _ = world
  const { api, administrator } = await enter(world)
  const job = await fail(world)
  state.isBroken = false
  await api.sendDeadJobAgain({ jobId: job.id })
  await untilErrandIs(world, job, 'done')
  expect((await refusalOf(api.sendDeadJobAgain({ jobId: job.id }))).is(jobNotStopped)).toBe(true)
  const missing = api.sendDeadJobAgain({ jobId: '01a1f950-0000-7000-8000-000000000000' })
  expect((await refusalOf(missing)).is(jobNotFound)).toBe(true)
  const actors = (await readLog(world.core())).filter(({ entity }) => entity === job.id).map(({ actor }) => actor)
  expect(actors).toEqual([`job:${job.id}`, `job:${job.id}`, administrator.id, `job:${job.id}`])
})

test('all dead jobs of one kind are sent again, and none of another', async () => {
  const { world, state } = await createBrokenWorld()
  await using _ = world
  const { api } = await enter(world)
  const jobs = [await fail(world), await fail(world)]
  state.isBroken = false
  expect(await api.sendDeadJobsAgain({ body: { kind: 'tests.other' } })).toEqual({ sent: 0 })
  expect(await api.sendDeadJobsAgain({ body: { kind } })).toEqual({ sent: 2 })
  for (const job of jobs) await untilErrandIs(world, job, 'done')
})

test('a member reads and changes nothing of the queue', async () => {
  const { world } = await createBrokenWorld()
  await using _ = world
  const api = (await register(world)).client(jobsApi)
  const { id: jobId } = await fail(world)
  const calls = [
    () => api.getQueue(),
    () => api.listDeadJobs(),
    () => api.pauseKind({ kind }),
    () => api.resumeKind({ kind }),
    () => api.sendDeadJobAgain({ jobId }),
    () => api.sendDeadJobsAgain({ body: { kind } }),
  ]
  for (const call of calls) expect((await refusalOf(call())).problem.status).toBe(403)
  expect(await readErrand(world, { id: jobId })).toMatchObject({ state: 'failed' })
})

test('the metrics tell how many jobs of a kind wait, run and failed, and how many were claimed', async () => {
  const { world } = await createBrokenWorld()
  await using _ = world
  await fail(world)
  await world.restart()
  const page = await eventually(
    async () => (await world.app.http.inject('/metrics')).body,
    (text) => text.includes('cairn_jobs{kind="tests.errand",state="failed"} 1'),
  )
  expect(page).toContain('cairn_job_queue_age_seconds{kind="tests.errand"} 0')
  expect(page).toMatch(/cairn_jobs_claimed_total \d+/)
})
