/**
 * Leases: a job belongs to its holder until its lease is over. Holders renew theirs; a job whose lease is over lost its
 * process and is queued again.
 */
import { second } from '#std/duration'
import type { Reader, Tx } from '#core/db'
import { announce } from '../queue/announce.ts'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { jobTables, literal } from '../schema.ts'

/** Short enough that an orphan runs again within 35 seconds on a machine that is busy, too. */
export const leaseFor = 20 * second
/** A job that ran in so many killed processes may be their killer: it waits, so that the server is of use meanwhile. */
export const suspectLosses = 10
const longestWait = 60 * second
/** A job that ran in so many is taken for it. */
const mostLosses = 30
const mostAtOnce = 500

interface Hold {
  holder: string
  /** Jobs whose end could not be told: they must run again. */
  forsaken: readonly string[]
  until: number
}

/** Renews the leases of a holder and answers the jobs whose cancellation was asked for. */
export async function renewLeases({ db }: Pick<JobsContext, 'db'>, { holder, forsaken, until }: Hold) {
  const kept = await db.write((tx) => {
    const held = jobTables(tx).updateTable('jobs').where('state', '=', literal('running')).where('holder', '=', holder)
    const mine = forsaken.length === 0 ? held : held.where('id', 'not in', forsaken)
    return mine.set({ lease_until: until }).returning(['id', 'cancel_requested']).execute()
  }, 'statement')
  return kept.filter((row) => row.cancel_requested === 1).map((row) => row.id)
}

/** At the start of the one server that owns a SQLite record nobody else can hold a job: all are free again. */
export async function releaseAll(context: JobsContext) {
  await context.db.write(async (tx) => requeue(context, tx, await held(tx).execute()))
}

/** Frees the jobs whose lease is over, but for those in `running`, which this process itself has. */
export async function releaseOrphans(context: JobsContext, running: readonly string[]) {
  const hold = { running, at: context.now() }
  if ((await orphans(context.db.read, hold).limit(1).execute()).length === 0) return
  await context.db.write(async (tx) => {
    await requeue(context, tx, await orphans(tx, hold).limit(mostAtOnce).execute())
  })
}

const held = (reader: Reader) =>
  jobTables(reader).selectFrom('jobs').selectAll().where('state', '=', literal('running'))

/** In the order of the index over leases, so that jobs that ended long ago are not looked through. */
export function orphans(reader: Reader, { running, at }: { running: readonly string[]; at: number }) {
  const over = held(reader).where('lease_until', '<', at).orderBy('lease_until').orderBy('id')
  return running.length === 0 ? over : over.where('id', 'not in', running)
}

async function requeue(context: JobsContext, tx: Tx, rows: readonly JobRow[]) {
  for (const row of rows) {
    const at = context.now()
    const losses = row.losses + 1
    const run_at = losses < suspectLosses ? row.run_at : at + waitAfter(losses)
    const change = { ...stateAfterLoss(row), run_at, holder: null, losses, updated_at: at }
    await jobTables(tx).updateTable('jobs').set(change).where('id', '=', row.id).execute()
    await announce(context, tx, { rows: [{ ...row, ...change }] })
  }
}

const waitAfter = (losses: number) => Math.min(second * 2 ** (losses - suspectLosses), longestWait)

function stateAfterLoss({ cancel_requested, losses, error }: JobRow) {
  if (cancel_requested === 1) return { state: 'cancelled', error: null, progress: null }
  if (losses + 1 < mostLosses) return { state: 'queued', error }
  return { state: 'failed', error: 'The server stopped each time this ran. What was stored before is kept.' }
}
