/** Rows as jobs on the wire, with their finished steps and the count of their children. */
import type { Reader } from '#core/db'
import { JobId } from '#contract/id'
import { fromJson } from '#std/json'
import { JobState, Progress, type Job } from '../contract.ts'
import type { JobsNeeds } from '../definition.ts'
import type { Registry } from '../registry.ts'
import { jobTables } from '../schema.ts'
import { countChildren } from './children.ts'
import type { JobRow } from './job-row.ts'

interface Context {
  registry: Registry
}

/** Those of `ids` that belong to `owner`. */
export async function readJobs(
  context: Context & Pick<JobsNeeds, 'db'>,
  owner: string,
  ids: readonly string[],
): Promise<Job[]> {
  if (ids.length === 0) return []
  const query = jobTables(context.db.read).selectFrom('jobs').selectAll().where('id', 'in', ids)
  return toJobs(context, context.db.read, await query.where('owner', '=', owner).orderBy('id').execute())
}

/** The states of those of `ids` that belong to `owner`, for who needs no more of them. */
export async function readStates({ db }: Pick<JobsNeeds, 'db'>, owner: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, JobState>()
  const query = jobTables(db.read).selectFrom('jobs').select(['id', 'state']).where('id', 'in', ids)
  const rows = await query.where('owner', '=', owner).execute()
  return new Map(rows.map(({ id, state }) => [id, JobState.parse(state)]))
}

export async function toJobs(context: Context, reader: Reader, rows: readonly JobRow[]): Promise<Job[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const finished = await readFinished(reader, ids)
  const children = await countChildren(reader, ids)
  return rows.map((row) => ({
    ...toJob(context, row),
    finished: inOrder(finished.get(row.id) ?? [], context.registry.kinds.get(row.kind)?.steps ?? []),
    children: children.get(row.id) ?? null,
  }))
}

async function readFinished(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const query = jobTables(reader).selectFrom('job_steps').select(['job_id', 'name']).where('job_id', 'in', ids)
  const steps = await query.orderBy('at').orderBy('name').execute()
  return new Map([...Map.groupBy(steps, (step) => step.job_id)].map(([id, list]) => [id, list.map(({ name }) => name)]))
}

/** As the kind declares them; two may be finished in the same millisecond. */
const inOrder = (names: readonly string[], steps: readonly string[]) =>
  names.toSorted((a, b) => steps.indexOf(a) - steps.indexOf(b))

/** A job that has no finished steps and no children yet. */
export function toJob({ registry }: Context, row: JobRow): Job {
  return {
    id: JobId.parse(row.id),
    kind: row.kind,
    subject: row.subject,
    label: row.label,
    parent: row.parent === null ? null : JobId.parse(row.parent),
    children: null,
    state: JobState.parse(row.state),
    attempt: row.attempt,
    steps: [...(registry.kinds.get(row.kind)?.steps ?? [])],
    finished: [],
    progress: row.progress === null ? null : fromJson(Progress, row.progress),
    error: row.error,
    runAt: row.run_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
