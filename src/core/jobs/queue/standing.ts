/** How the queue stands: by kind for administrators, as sums for the metrics. */
import { sql } from 'kysely'
import type { Reader } from '#core/db'
import type { KindStanding } from '../contract.ts'
import type { Registry } from '../registry.ts'
import { jobTables, literal } from '../schema.ts'

interface Context {
  registry: Registry
  now: () => number
}

const counted = ['running', 'waiting', 'failed'] as const

/** Every kind that this process knows or that has a job, by name. What is done is not counted. */
export async function readStanding(reader: Reader, { registry, now }: Context): Promise<KindStanding[]> {
  const standings = new Map([...registry.kinds.keys()].map((kind) => [kind, untouched(kind)]))
  const standingOf = (kind: string) => {
    const standing = standings.get(kind) ?? untouched(kind)
    standings.set(kind, standing)
    return standing
  }
  for (const { kind, state, count, due } of await countByKind(reader, now())) {
    const standing = standingOf(kind)
    standing[state] = Number(count)
    if (state === 'queued') standing.oldestDue = due
  }
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

/** In one statement, so that a job which begins meanwhile is not told to wait and to run at once. */
function countByKind(reader: Reader, now: number) {
  const others = counted.map((state) => inState(reader, state, now))
  return others.reduce((all, one) => all.unionAll(one), inState(reader, 'queued', now)).execute()
}

const inState = (reader: Reader, state: 'queued' | (typeof counted)[number], now: number) =>
  jobTables(reader)
    .selectFrom('jobs')
    .select((row) => [
      'kind',
      sql.lit(state).as('state'),
      row.fn.countAll<number>().as('count'),
      sql<number | null>`min(case when run_at <= ${now} then run_at end)`.as('due'),
    ])
    .where('state', '=', literal(state))
    .groupBy('kind')
