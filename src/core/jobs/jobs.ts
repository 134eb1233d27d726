/**
 * Long work, made durable: a job is a kind, a payload and a plain async function with named steps, enqueued in the
 * caller's transaction. A finished step is stored and never repeated; a job survives a killed process, can be cancelled
 * and sent again, may have children and wait for them, and tells its progress. Effects belong into `work.write`, which
 * holds them and the step in one commit. The rules stand in `SPEC.md`.
 */
import type { z } from 'zod'
import type { Tx } from '#core/db'
import type { Job, JobState } from './contract.ts'
import type { JobDefinition, JobsNeeds } from './definition.ts'
import { jobHandlers } from './handlers.ts'
import { queueHandlers } from './queue-handlers.ts'
import { enqueueAll, type NewJob } from './queue/enqueue.ts'
import type { JobsContext } from './queue/job-row.ts'
import { forgetJobs } from './queue/forget.ts'
import { pruneEnded } from './queue/prune.ts'
import { createTurns } from './queue/turns.ts'
import { readJobs, readStates } from './queue/wire.ts'
import { createRegistry } from './registry.ts'
import { createRunner, type Duties } from './run/runner.ts'

export { jobsMigrations } from './schema.ts'
export { jobRecords } from './personal.ts'
export { giveUp, retryLater } from './verdicts.ts'
export type { NewJob } from './queue/enqueue.ts'
export { defineJob, type JobDefinition, type Work } from './definition.ts'

export interface Jobs {
  /** Adds a job to the caller's transaction. With a `key` that was used before, nothing is added. */
  enqueue(tx: Tx, job: NewJob): Promise<Job>
  /** Adds many, in the order given; for a key that was used before, answers the job that has it. */
  enqueueAll(tx: Tx, jobs: readonly NewJob[]): Promise<Job[]>
  /** Those of `ids` that exist and belong to `owner`. */
  read(owner: string, ids: readonly string[]): Promise<Job[]>
  /** The states of those, for who needs no more of them. */
  states(owner: string, ids: readonly string[]): Promise<ReadonlyMap<string, JobState>>
  /** Removes the jobs with these ids, or about these subjects, with all they kept. One that runs is fenced off. */
  forget(tx: Tx, owner: string, ids: readonly string[]): Promise<void>
  register<Payload extends z.ZodType, Context>(definition: JobDefinition<Payload, Context>, context: Context): void
  start(duties: Duties): Promise<void>
  /** Lets running steps end for a moment, then leaves the jobs to the next start. */
  stop(): Promise<void>
  handlers: ReturnType<typeof jobHandlers> & ReturnType<typeof queueHandlers>
}

export function createJobs(needs: JobsNeeds): Jobs {
  const registry = createRegistry()
  const context: JobsContext = { ...needs, registry, turns: createTurns({ db: needs.db, registry }) }
  const runner = createRunner(context)
  registry.add(pruneEnded, context)
  return {
    async enqueue(tx, job) {
      const [kept] = await enqueueAll(context, tx, [job])
      if (!kept) throw new Error('The job was not kept')
      return kept
    },
    enqueueAll: (tx, jobs) => enqueueAll(context, tx, jobs),
    read: (owner, ids) => readJobs(context, owner, ids),
    states: (owner, ids) => readStates(context, owner, ids),
    forget: forgetJobs,
    register: registry.add,
    start: runner.start,
    stop: runner.stop,
    handlers: { ...jobHandlers(context, runner.abort), ...queueHandlers(context) },
  }
}
