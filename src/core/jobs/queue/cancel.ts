/** Cancelling: what waits ends at once, what runs is asked to end, and so are all children. */
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'
import { jobFinished } from '../contract.ts'
import { jobTables } from '../schema.ts'
import { announce, type Actor } from './announce.ts'
import { isOpen, type JobRow, type JobsContext } from './job-row.ts'

type Context = Pick<JobsContext, 'events' | 'now'>

const mostAtOnce = 1000

/** Answers the ids of those that run and are to be told. */
export async function cancel(context: Context, tx: Tx, { row, actor }: { row: JobRow; actor: string }) {
  if (!isOpen(row)) throw new Problem(jobFinished, 'This job has ended already, so there is nothing to cancel.')
  const running = await stop(context, tx, { ids: [row.id], actor })
  return [...running, ...(await cancelChildren(context, tx, { parents: [row.id], actor }))]
}

/** Also the children of children. Answers the ids of those that run. */
export async function cancelChildren(
  context: Context,
  tx: Tx,
  { parents, actor }: { parents: readonly string[]; actor: Actor },
): Promise<string[]> {
  const running: string[] = []
  for (const part of chunksOf(parents, mostAtOnce)) {
    const query = jobTables(tx).selectFrom('jobs').select('id').where('parent', 'in', part)
    const ids = (await query.execute()).map(({ id }) => id)
    for (const some of chunksOf(ids, mostAtOnce)) running.push(...(await stop(context, tx, { ids: some, actor })))
    running.push(...(await cancelChildren(context, tx, { parents: ids, actor })))
  }
  return running
}

async function stop(context: Context, tx: Tx, { ids, actor }: { ids: readonly string[]; actor: Actor }) {
  const jobs = jobTables(tx).updateTable('jobs').where('id', 'in', ids)
  const change = { cancel_requested: 1, updated_at: context.now() }
  const running = await jobs.set(change).where('state', '=', 'running').returning('id').execute()
  const ended = { ...change, state: 'cancelled', error: null, progress: null }
  const rows = await jobs.set(ended).where('state', 'in', ['queued', 'waiting']).returningAll().execute()
  await announce(context, tx, { rows, actor })
  return running.map(({ id }) => id)
}
