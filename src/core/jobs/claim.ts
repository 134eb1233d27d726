/** The statements that hand jobs out. A claim raises `attempt`, which fences off every earlier holder. */
import { minute, second } from '#std/duration'
import { announce, enqueue, type JobRow, type JobsContext } from './queue.ts'
import { jobTables } from './schema.ts'

const lease = 30 * second
/** A job that ran in so many killed processes is taken for their killer. */
const mostLosses = 30

const kindsOf = ({ registry }: JobsContext) => [...registry.kinds.keys()]

export async function isAnyDue(context: JobsContext) {
  const query = jobTables(context.db.read).selectFrom('jobs').select('id').where('state', '=', 'queued')
  const due = query.where('run_at', '<=', context.now()).where('kind', 'in', kindsOf(context))
  return (await due.limit(1).executeTakeFirst()) !== undefined
}

export function claim(context: JobsContext, { holder, most }: { holder: string; most: number }): Promise<JobRow[]> {
  const now = context.now()
  return context.db.write((tx) =>
    jobTables(tx)
      .updateTable('jobs')
      .set((row) => ({
        state: 'running',
        holder,
        attempt: row('attempt', '+', 1),
        lease_until: now + lease,
        updated_at: now,
      }))
      .where('id', 'in', (rows) =>
        rows
          .selectFrom('jobs')
          .select('id')
          .where('state', '=', 'queued')
          .where('run_at', '<=', now)
          .where('kind', 'in', kindsOf(context))
          .orderBy('priority', 'desc')
          .orderBy('run_at')
          .orderBy('id')
          .limit(most),
      )
      .returningAll()
      .execute(),
  )
}

/** Renews the leases of `ids` and answers those whose cancellation was asked for. */
export async function keepLeases(context: JobsContext, holder: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const kept = await context.db.write((tx) =>
    jobTables(tx)
      .updateTable('jobs')
      .set({ lease_until: context.now() + lease })
      .where('id', 'in', ids)
      .where('holder', '=', holder)
      .where('state', '=', 'running')
      .returning(['id', 'cancel_requested'])
      .execute(),
  )
  return kept.filter((row) => row.cancel_requested === 1).map((row) => row.id)
}

/** At the start of the one server that owns the record nobody else can hold a job: all are free again. */
export async function releaseAll(context: JobsContext) {
  await context.db.write(async (tx) => {
    const held = await jobTables(tx).selectFrom('jobs').selectAll().where('state', '=', 'running').execute()
    for (const row of held) {
      const change = { ...stateAfterLoss(row), holder: null, losses: row.losses + 1, updated_at: context.now() }
      await jobTables(tx).updateTable('jobs').set(change).where('id', '=', row.id).execute()
      await announce(context, tx, { ...row, ...change })
    }
  })
}

function stateAfterLoss({ cancel_requested, losses, error }: JobRow) {
  if (cancel_requested === 1) return { state: 'cancelled', error: null, progress: null }
  if (losses + 1 < mostLosses) return { state: 'queued', error }
  return { state: 'failed', error: 'The server stopped each time this ran. What was stored before is kept.' }
}

/** Adds the jobs that run by themselves; the key lets each slot of time have one. */
export async function scheduleDue(context: JobsContext) {
  const now = context.now()
  const timed = [...context.registry.kinds.values()].flatMap(({ kind, every }) => (every ? [{ kind, every }] : []))
  if (timed.length === 0) return
  await context.db.write(async (tx) => {
    for (const { kind, every } of timed) {
      const slot = Math.floor(now / Math.max(every, minute))
      await enqueue(context, tx, { kind, owner: '', payload: {}, key: `${kind}@${slot}` })
    }
  })
}
