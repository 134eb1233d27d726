/** Tells the log that jobs changed their state, and wakes the parents whose last child has ended. */
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'
import { jobsTopic } from '../contract.ts'
import type { JobsNeeds } from '../definition.ts'
import { jobTables } from '../schema.ts'
import { isOpen, openStates, type JobRow } from './job-row.ts'

type Context = Pick<JobsNeeds, 'events' | 'now'>
/** The person whose act it was; undefined for the job itself. */
export type Actor = string | undefined

const mostAtOnce = 500

/** Belongs into the write that changed `rows`. */
export async function announce(context: Context, tx: Tx, { rows, actor }: { rows: readonly JobRow[]; actor?: Actor }) {
  for (const part of chunksOf(rows, mostAtOnce)) {
    await context.events.appendAll(
      tx,
      part.map((row) => changeOf(row, actor)),
    )
  }
  await wakeReady(
    context,
    tx,
    rows.flatMap((row) => (row.parent === null || isOpen(row) ? [] : row.parent)),
  )
}

const changeOf = ({ id, owner, kind, subject, state, parent }: JobRow, actor: Actor) =>
  ({
    name: 'jobs.job-changed',
    topic: jobsTopic,
    entity: id,
    owner,
    actor: actor ?? `job:${id}`,
    payload: { kind, subject, state, parent },
  }) as const

/**
 * Queues those of `ids` again that wait for children of which none is left. Each is touched first: that takes its row
 * against a sibling that ends at the same moment in another process, so that one of the two sees the other's end.
 */
export async function wakeReady(context: Context, tx: Tx, ids: readonly string[]) {
  for (const part of chunksOf([...new Set(ids)].sort(), mostAtOnce)) {
    const now = context.now()
    const jobs = jobTables(tx).updateTable('jobs').where('id', 'in', part)
    await jobs.set({ updated_at: now }).where('state', 'in', openStates).execute()
    const ready = jobs.set({ state: 'queued', run_at: now }).where('state', '=', 'waiting')
    const rows = await ready
      .where(({ not, exists, selectFrom }) => {
        const children = selectFrom('jobs as child').select('child.id').whereRef('child.parent', '=', 'jobs.id')
        return not(exists(children.where('child.state', 'in', openStates)))
      })
      .returningAll()
      .execute()
    await announce(context, tx, { rows })
  }
}
