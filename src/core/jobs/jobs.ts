/**
 * Long work, made durable: a job is a kind, a payload and a plain async function with named steps, enqueued in the
 * caller's transaction. A finished step is stored and never repeated; a job survives a killed process, can be cancelled
 * and sent again, and tells its progress. Effects belong into `work.write`, which holds them and the step in one commit.
 */
import type { z } from 'zod'
import type { Tx } from '#core/db'
import type { Job } from './contract.ts'
import type { JobDefinition, JobsNeeds } from './definition.ts'
import { jobHandlers } from './handlers.ts'
import { pruneFinished } from './prune.ts'
import { enqueue, readJobs, type NewJob } from './queue.ts'
import { createRegistry } from './registry.ts'
import { createRunner } from './runner.ts'

export { jobsMigrations } from './schema.ts'
export { giveUp, retryLater } from './verdicts.ts'
export type { NewJob } from './queue.ts'
export { defineJob, type JobDefinition, type Work } from './definition.ts'

export interface Jobs {
  /** Adds a job to the caller's transaction. With a `key` that was used before, nothing is added. */
  enqueue(tx: Tx, job: NewJob): Promise<Job>
  /** Those of `ids` that exist and belong to `owner`. */
  read(owner: string, ids: readonly string[]): Promise<Job[]>
  register<Payload extends z.ZodType, Context>(definition: JobDefinition<Payload, Context>, context: Context): void
  start(): Promise<void>
  /** Lets running steps end for a moment, then leaves the jobs to the next start. */
  stop(): Promise<void>
  handlers: ReturnType<typeof jobHandlers>
}

export function createJobs(needs: JobsNeeds): Jobs {
  const registry = createRegistry()
  const context = { ...needs, registry }
  const runner = createRunner(context)
  registry.add(pruneFinished, needs)
  return {
    enqueue: (tx, job) => enqueue(context, tx, job),
    read: (owner, ids) => readJobs(context, owner, ids),
    register: registry.add,
    start: runner.start,
    stop: runner.stop,
    handlers: jobHandlers(context, runner.abort),
  }
}
