/** Pausing a kind: what runs goes on, what waits stays, nothing of it begins. */
import type { Tx } from '#core/db'
import { jobsTopic } from '../contract.ts'
import type { JobsContext } from './job-row.ts'
import { jobTables } from '../schema.ts'

interface Act {
  kind: string
  actor: string
}

/** The one who paused it first stays named. */
export async function pauseKind({ events, now }: JobsContext, tx: Tx, { kind, actor }: Act) {
  const paused = await jobTables(tx)
    .insertInto('job_pauses')
    .values({ kind, at: now(), actor })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .execute()
  if (paused.length > 0) await events.append(tx, { ...eventOf({ kind, actor }), name: 'jobs.kind-paused' })
}

export async function resumeKind({ events }: JobsContext, tx: Tx, { kind, actor }: Act) {
  const resumed = await jobTables(tx).deleteFrom('job_pauses').where('kind', '=', kind).returning('kind').execute()
  if (resumed.length > 0) await events.append(tx, { ...eventOf({ kind, actor }), name: 'jobs.kind-resumed' })
}

const eventOf = ({ kind, actor }: Act) => ({ topic: jobsTopic, entity: kind, owner: '', actor })
