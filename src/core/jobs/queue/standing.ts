/** How the queue stands: by kind for administrators, as sums for the metrics. */
import { sql } from 'kysely'
import type { Reader } from '#core/db'
import type { JobState, KindStanding } from '../contract.ts'
import type { Registry } from '../registry.ts'
import { jobTables, literal } from '../schema.ts'

interface Context {
  registry: Registry
  now: () => number
}

const counted = ['queued', 'running', 'waiting', 'failed'] as const

/** Every kind that this process knows or that has a job, by name. What is done is not counted. */
export async function readStanding(reader: Reader, { registry, now }: Context): Promise<KindStanding[]> {
  const standings = new Map([...registry.kinds.keys()].map((kind) => [kind, untouched(kind)]))
  const standingOf = (kind: string) => {
    const standing = standings.get(kind) ?? untouched(kind)
    standings.set(kind, standing)
    return standing
  }
  for (const state of counted) {
    for (const { kind, count } of await countByKind(reader, state)) standingOf(kind)[state] = Number(count)
  }
  for (const { kind, due } of await readOldestDue(reader, now())) standingOf(kind).oldestDue = due
  const pauses = await jobTables(reader).selectFrom('job_pauses').selectAll().execute()
  for (const { kind, at, actor } of pauses) standingOf(kind).paused = { at, by: actor }
  return [...standings.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

const untouched = (kind: string): KindStanding => ({
  kind,
  queued: 0,
  running: 0,
  waiting: 0,
  failed: 0,
  oldestDue: null,
  paused: null,
})

const countByKind = (reader: Reader, state: JobState) =>
  jobTables(reader)
    .selectFrom('jobs')
    .select((row) => ['kind', row.fn.countAll<number>().as('count')] as const)
    .where('state', '=', literal(state))
    .groupBy('kind')
    .execute()

const readOldestDue = (reader: Reader, now: number) =>
  jobTables(reader)
    .selectFrom('jobs')
    .select(['kind', sql<number>`min(run_at)`.as('due')])
    .where('state', '=', literal('queued'))
    .where('run_at', '<=', now)
    .groupBy('kind')
    .execute()
