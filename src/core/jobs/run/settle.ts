/**
 * Settling: jobs that ended at about the same time are settled by one write, each behind its own fence. One that does
 * not hold any more is left out without a word: its new holder speaks for it.
 */
import type { Tx } from '#core/db'
import { createLoop } from '#std/loop'
import { announce, wakeReady } from '../queue/announce.ts'
import { cancelChildren } from '../queue/cancel.ts'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { jobTables } from '../schema.ts'
import type { Next } from './outcome.ts'

export interface Ended {
  row: JobRow
  next: Next
  /** Whether outputs of steps are stored. */
  hasSteps: boolean
}
interface Unsettled extends Ended {
  settled: () => void
  failed: (error: unknown) => void
}

const mostAtOnce = 256

export function createSettling(context: JobsContext) {
  const unsettled: Unsettled[] = []
  const loop = createLoop(
    async () => {
      await nextTurn()
      await settleAll(context, unsettled.splice(0, mostAtOnce))
      return unsettled.length > 0
    },
    (error) => {
      context.log.error({ err: error }, 'jobs could not be settled')
    },
  )
  return {
    /** Resolves when the end is durable, or was fenced off. */
    settle(ended: Ended): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      unsettled.push({ ...ended, settled: resolve, failed: reject })
      loop.wake()
      return promise
    },
  }
}

/** Lets the jobs that end now gather. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** One that cannot be written must not keep the others from it. */
async function settleAll(context: JobsContext, batch: readonly Unsettled[]) {
  try {
    await context.db.write((tx) => writeEnds(context, tx, batch), 'statement')
    for (const { settled } of batch) settled()
  } catch (error) {
    if (batch.length === 1) batch[0]?.failed(error)
    else for (const one of batch) await settleAll(context, [one])
  }
}

async function writeEnds(context: JobsContext, tx: Tx, batch: readonly Ended[]) {
  const alike = Map.groupBy(batch, ({ row, next }) => JSON.stringify([row.holder, row.attempt, next]))
  const ends: Ended[] = []
  for (const some of alike.values()) ends.push(...(await writeAlike(context, tx, some)))
  const idsIn = (state: string) => ends.filter(({ next }) => next.state === state).map(({ row }) => row.id)
  await forgetOutputs(tx, ends)
  await announce(context, tx, { rows: ends.map(({ row, next }) => ({ ...row, ...next })) })
  await wakeReady(context, tx, idsIn('waiting'))
  await cancelChildren(context, tx, { parents: idsIn('cancelled'), actor: undefined })
}

/** Writes ends that differ in nothing but the job. Answers those that held. */
async function writeAlike(context: JobsContext, tx: Tx, ends: readonly Ended[]): Promise<Ended[]> {
  const [first] = ends
  if (!first) return []
  const written = await jobTables(tx)
    .updateTable('jobs')
    .set({ ...first.next, holder: null, lease_until: 0, updated_at: context.now() })
    .where(
      'id',
      'in',
      ends.map(({ row }) => row.id),
    )
    .where('state', '=', 'running')
    .where('holder', '=', first.row.holder)
    .where('attempt', '=', first.row.attempt)
    .returning('id')
    .execute()
  const held = new Set(written.map(({ id }) => id))
  return ends.filter(({ row }) => held.has(row.id))
}

/** A done job needs its outputs no more; their names tell what happened. */
async function forgetOutputs(tx: Tx, ends: readonly Ended[]) {
  const ids = ends.filter(({ next, hasSteps }) => next.state === 'done' && hasSteps).map(({ row }) => row.id)
  if (ids.length === 0) return
  await jobTables(tx).updateTable('job_steps').set({ output: 'null' }).where('job_id', 'in', ids).execute()
}
