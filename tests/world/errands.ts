/** Jobs of a test's own, on a world with notes. */
import { z } from 'zod'
import { second } from '#std/duration'
import { defineJob, type JobDefinition, type NewJob, type Work } from '#core/jobs'
import type { Job } from '#core/jobs/contract'
import type { Core } from '../../src/core/core.ts'
import { createNotesWorld, type NotesWorld } from './notes-space.ts'
import { readLog } from './read-log.ts'
import { eventually } from './world.ts'

const payload = z.object({})

type Errand = Partial<Omit<JobDefinition<typeof payload, Core>, 'run'>> & {
  run(work: Work<z.output<typeof payload>>, core: Core): Promise<void>
}

/** A world that can run errands: jobs of the kind `tests.errand`. */
export function createErrandWorld({ run, ...about }: Errand) {
  const errand = { kind: 'tests.errand', payload, steps: ['first', 'second'], ...about } as const
  return createNotesWorld({ jobs: [defineJob({ ...errand, run: (core: Core, work) => run(work, core) })] })
}

/** Whoever owns the errands unless the test says otherwise. */
export const errandOwner = 'somebody'

export function sendErrand(world: NotesWorld, job: Partial<NewJob> = {}): Promise<Job> {
  const core = world.core()
  return core.db.write((tx) => core.jobs.enqueue(tx, { kind: 'tests.errand', owner: errandOwner, payload: {}, ...job }))
}

export async function readErrand(world: NotesWorld, { id }: Pick<Job, 'id'>): Promise<Job> {
  const [job] = await world.core().jobs.read(errandOwner, [id])
  if (!job) throw new Error('There is no such errand')
  return job
}

/** Waits until the errand is in one of `states`. */
export const untilErrandIs = (world: NotesWorld, job: Pick<Job, 'id'>, ...states: Job['state'][]) =>
  eventually(
    () => readErrand(world, job),
    ({ state }) => states.includes(state),
  )

/** Goes on as after a kill, when the leases of the dead process are over. */
export async function crash(world: NotesWorld) {
  world.clock.now += 31 * second
  await world.crash()
}

/** The states that the log tells of a job, in order. */
export async function toldStates(world: NotesWorld, { id }: Pick<Job, 'id'>) {
  const events = await readLog(world.core())
  return events
    .filter(({ name, entity }) => name === 'jobs.job-changed' && entity === id)
    .map(({ payload: { state } }) => state)
}
