/** Adds jobs to the caller's transaction. */
import { defineProblem, Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import { toJson } from '#std/json'
import { chunksOf } from '#std/list'
import type { Job } from '../contract.ts'
import { jobTables } from '../schema.ts'
import { announce } from './announce.ts'
import type { JobRow, JobsContext } from './job-row.ts'
import { toJob } from './wire.ts'

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
  /** Higher ones begin first, whoever owns them; 0 unless told. */
  priority?: number
  runAt?: number
  /** The job that this one is a part of. */
  parent?: string
}

const mostInOneStatement = 100
export const mostChildren = 10_000

export const tooManyChildren = defineProblem({
  name: 'jobs/too-many-children',
  status: 413,
  title: 'This job would have too many parts',
})

/** Answers the jobs in the order given; for a key that was used before, the job that has it. */
export async function enqueueAll(context: JobsContext, tx: Tx, jobs: readonly NewJob[]): Promise<Job[]> {
  const kept: Job[] = []
  for (const part of chunksOf(jobs, mostInOneStatement)) kept.push(...(await enqueuePart(context, tx, part)))
  await assertFewChildren(tx, jobs)
  return kept
}

async function enqueuePart(context: JobsContext, tx: Tx, jobs: readonly NewJob[]): Promise<Job[]> {
  const rows = jobs.map((job) => newRow(context, job))
  const added = await insert(tx, rows)
  await announce(context, tx, { rows: added.size === rows.length ? rows : rows.filter(({ id }) => added.has(id)) })
  const earlier = await findByKeys(
    tx,
    rows.filter(({ id }) => !added.has(id)).map(({ key }) => key),
  )
  return rows.map((row) => toJob(context, earlier.get(row.key) ?? row))
}

async function insert(tx: Tx, rows: readonly JobRow[]) {
  const query = jobTables(tx).insertInto('jobs').values(rows)
  // Only a key can be in the way, and without one there is nothing to ask back.
  if (rows.every(({ key }) => key === null)) {
    await query.execute()
    return new Set(rows.map(({ id }) => id))
  }
  const added = await query
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute()
  return new Set(added.map(({ id }) => id))
}

function newRow({ newId, now, turns }: JobsContext, job: NewJob): JobRow {
  const at = now()
  const place = { kind: job.kind, owner: job.owner, priority: job.priority ?? 0 }
  return {
    ...place,
    id: newId(),
    key: job.key ?? null,
    subject: job.subject ?? null,
    label: job.label ?? null,
    parent: job.parent ?? null,
    turn: turns.next(place),
    run_at: job.runAt ?? at,
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
    created_at: at,
    updated_at: at,
  }
}

async function findByKeys(tx: Tx, keys: readonly (string | null)[]): Promise<ReadonlyMap<string | null, JobRow>> {
  if (keys.length === 0) return new Map()
  const rows = await jobTables(tx).selectFrom('jobs').selectAll().where('key', 'in', keys).execute()
  return new Map(rows.map((row) => [row.key, row]))
}

async function assertFewChildren(tx: Tx, jobs: readonly NewJob[]) {
  const parents = new Set(jobs.flatMap(({ parent }) => parent ?? []))
  for (const parent of parents) {
    const query = jobTables(tx).selectFrom('jobs').where('parent', '=', parent)
    const { count } = await query.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    if (Number(count) <= mostChildren) continue
    throw new Problem(tooManyChildren, `A job can have ${mostChildren} parts. Divide it into parts that have parts.`)
  }
}
