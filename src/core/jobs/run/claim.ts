/** The statement that hands jobs out. A claim raises `attempt`, which fences off every earlier holder. */
import { sql } from 'kysely'
import type { Reader } from '#core/db'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { jobTables, literal } from '../schema.ts'
import { leaseFor } from './leases.ts'

type Context = Pick<JobsContext, 'db' | 'now'>

interface Due {
  kinds: readonly string[]
  at: number
}

const queued = (reader: Reader, kinds: readonly string[]) =>
  jobTables(reader)
    .selectFrom('jobs')
    .select('id')
    .where('state', '=', literal('queued'))
    .where('kind', 'in', kinds)
    .where('kind', 'not in', (pauses) => pauses.selectFrom('job_pauses').select('job_pauses.kind'))

export const dueAtAll = (reader: Reader, { kinds, at }: Due) => queued(reader, kinds).where('run_at', '<=', at).limit(1)

export const dueInTurn = (reader: Reader, { kinds, at }: Due) =>
  queued(reader, kinds)
    // The plus keeps SQLite from the index over times: in that of turns nothing has to be sorted.
    .where(sql<boolean>`+run_at <= ${at}`)
    .orderBy('priority', 'desc')
    .orderBy('turn')
    .orderBy('id')

export async function isAnyDue({ db, now }: Context, kinds: readonly string[]) {
  if (kinds.length === 0) return false
  return (await dueAtAll(db.read, { kinds, at: now() }).executeTakeFirst()) !== undefined
}

interface Claim {
  holder: string
  kinds: readonly string[]
  most: number
}

/** Answers the claimed jobs in the order in which they should begin. */
export async function claim({ db, now }: Context, { holder, kinds, most }: Claim): Promise<JobRow[]> {
  const at = now()
  const rows = await db.write((tx) => {
    const due = dueInTurn(tx, { kinds, at }).limit(most)
    return jobTables(tx)
      .updateTable('jobs')
      .set((row) => ({
        state: 'running',
        holder,
        attempt: row('attempt', '+', 1),
        lease_until: at + leaseFor,
        updated_at: at,
      }))
      .where('id', 'in', db.engine === 'postgres' ? due.forUpdate().skipLocked() : due)
      .returningAll()
      .execute()
  }, 'statement')
  return rows.sort((a, b) => b.priority - a.priority || a.turn - b.turn || (a.id < b.id ? -1 : 1))
}
