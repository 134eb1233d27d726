/** Sending stopped jobs again: as if they had never failed, but with the steps they finished. */
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import { jobNotStopped } from '../contract.ts'
import { jobTables, literal } from '../schema.ts'
import { announce } from './announce.ts'
import type { JobRow, JobsContext } from './job-row.ts'

/** Answers the job as it is now. */
export async function sendAgain(
  context: JobsContext,
  tx: Tx,
  { row, actor }: { row: JobRow; actor: string },
): Promise<JobRow> {
  if (row.state !== 'failed' && row.state !== 'cancelled') {
    throw new Problem(jobNotStopped, 'Only a job that failed or was cancelled can be tried again.')
  }
  const now = context.now()
  const fresh = {
    state: 'queued',
    turn: context.turns.next(row),
    failures: 0,
    losses: 0,
    error: null,
    cancel_requested: 0,
    run_at: now,
    updated_at: now,
  }
  const changed: JobRow = { ...row, ...fresh }
  await jobTables(tx).updateTable('jobs').set(fresh).where('id', '=', row.id).execute()
  await announce(context, tx, { rows: [changed], actor })
  return changed
}

/** Up to `most` of a kind, the oldest first. Answers how many. */
export async function sendDeadAgain(
  context: JobsContext,
  tx: Tx,
  { kind, most, actor }: { kind: string; most: number; actor: string },
): Promise<number> {
  const query = jobTables(tx).selectFrom('jobs').selectAll().where('state', '=', literal('failed'))
  const rows = await query.where('kind', '=', kind).orderBy('updated_at').orderBy('id').limit(most).execute()
  for (const row of rows) await sendAgain(context, tx, { row, actor })
  return rows.length
}
