/** The queue as rows: adding, reading and changing the state of jobs. */
import type { Selectable } from 'kysely'
import { JobId } from '#contract/id'
import { fromJson, toJson, type Reader, type Tx } from '#core/db'
import { JobState, jobsTopic, Progress, type Job } from './contract.ts'
import type { JobsNeeds } from './definition.ts'
import type { Registry } from './registry.ts'
import { jobTables, type JobsTables } from './schema.ts'

export interface NewJob {
  kind: string
  owner: string
  /** Id of what the job works on. */
  subject?: string
  /** What it is called, for the person who watches. */
  label?: string
  payload: unknown
  /** With a key, at most one job is ever added. */
  key?: string
  priority?: number
  runAt?: number
}

export type JobRow = Selectable<JobsTables['jobs']>
export type JobsContext = JobsNeeds & { registry: Registry }

export async function enqueue(context: JobsContext, tx: Tx, job: NewJob): Promise<Job> {
  const row = newRow(job, { id: context.newId(), now: context.now() })
  const inserted = await jobTables(tx)
    .insertInto('jobs')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (inserted) await announce(context, tx, inserted)
  const kept = inserted ?? (await findByKey(tx, job.key ?? ''))
  return toJob(context, kept, [])
}

function newRow(job: NewJob, { id, now }: { id: string; now: number }): JobRow {
  return {
    id,
    kind: job.kind,
    key: job.key ?? null,
    owner: job.owner,
    subject: job.subject ?? null,
    label: job.label ?? null,
    priority: job.priority ?? 0,
    run_at: job.runAt ?? now,
    state: 'queued',
    attempt: 0,
    failures: 0,
    losses: 0,
    lease_until: 0,
    holder: null,
    cancel_requested: 0,
    payload: toJson(job.payload),
    progress: null,
    error: null,
    created_at: now,
    updated_at: now,
  }
}

const findByKey = (tx: Tx, key: string) =>
  jobTables(tx).selectFrom('jobs').selectAll().where('key', '=', key).executeTakeFirstOrThrow()

/** Tells the log that a job changed its state. */
export async function announce({ events }: Pick<JobsContext, 'events'>, tx: Tx, row: JobRow) {
  await events.append(tx, {
    name: 'jobs.job-changed',
    topic: jobsTopic,
    entity: row.id,
    owner: row.owner,
    actor: `job:${row.id}`,
    payload: { kind: row.kind, subject: row.subject, state: row.state },
  })
}

export async function readJobs(context: JobsContext, owner: string, ids: readonly string[]): Promise<Job[]> {
  if (ids.length === 0) return []
  const query = jobTables(context.db.read).selectFrom('jobs').selectAll()
  return withSteps(context, context.db.read, await query.where('owner', '=', owner).where('id', 'in', ids).execute())
}

export async function withSteps(context: JobsContext, reader: Reader, rows: readonly JobRow[]): Promise<Job[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const query = jobTables(reader).selectFrom('job_steps').select(['job_id', 'name']).where('job_id', 'in', ids)
  const steps = await query.orderBy('at').execute()
  return rows.map((row) => {
    const finished = steps.filter((step) => step.job_id === row.id).map((step) => step.name)
    return toJob(context, row, finished)
  })
}

export function toJob({ registry }: Pick<JobsContext, 'registry'>, row: JobRow, finished: readonly string[]): Job {
  return {
    id: JobId.parse(row.id),
    kind: row.kind,
    subject: row.subject,
    label: row.label,
    state: JobState.parse(row.state),
    attempt: row.attempt,
    steps: [...(registry.kinds.get(row.kind)?.steps ?? [])],
    finished: [...finished],
    progress: row.progress === null ? null : fromJson(Progress, row.progress),
    error: row.error,
    runAt: row.run_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
