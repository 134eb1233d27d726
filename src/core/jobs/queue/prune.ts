/** Keeps the table small: jobs that ended long ago are removed, a bounded number with each write. */
import { z } from 'zod'
import type { Tx } from '#core/db'
import { day } from '#std/duration'
import { defineJob } from '../definition.ts'
import type { Registry } from '../registry.ts'
import { jobTables, literal } from '../schema.ts'
import { openStates, type JobsContext } from './job-row.ts'

/** What nobody owns is of no use to anybody once it is done. */
const keptFor = { over: 30 * day, failed: 90 * day, nobodys: day }
const mostInOneWrite = 500

export const pruneEnded = defineJob({
  kind: 'jobs.prune-finished',
  payload: z.object({}),
  steps: ['prune'],
  every: day,
  footprint: 'frees',
  async run(context: JobsContext, work) {
    await work.step('prune', z.int(), async () => {
      let removed = 0
      for (const rule of rulesOf(context)) removed += await pruneBy(context, rule, work.signal)
      return removed
    })
  },
})

interface Rule {
  states: readonly ('done' | 'cancelled' | 'failed')[]
  before: number
  /** Only what nobody owns, and not of these kinds. */
  nobodysBut?: readonly string[]
}

function rulesOf({ registry, now }: JobsContext): Rule[] {
  const over = ['done', 'cancelled'] as const
  return [
    { states: over, before: now() - keptFor.nobodys, nobodysBut: seldom(registry) },
    { states: over, before: now() - keptFor.over },
    { states: ['failed'], before: now() - keptFor.failed },
  ]
}

/** The key of a stretch of time must not be free again while the stretch lasts. */
const seldom = ({ kinds }: Registry) =>
  [...kinds.values()].filter(({ every = 0 }) => every > keptFor.nobodys).map(({ kind }) => kind)

async function pruneBy({ db }: JobsContext, rule: Rule, signal: AbortSignal) {
  for (let total = 0; ;) {
    signal.throwIfAborted()
    const removed = await db.write((tx) => pruneSome(tx, rule), 'statement')
    total += removed
    if (removed < mostInOneWrite) return total
  }
}

/** A child stays while its parent may still ask how it ended. */
async function pruneSome(tx: Tx, { states, before, nobodysBut }: Rule) {
  let old = jobTables(tx)
    .selectFrom('jobs')
    .select('id')
    .where('state', 'in', states.map(literal))
    .where('updated_at', '<', before)
    .where(({ not, exists, selectFrom }) => {
      const parent = selectFrom('jobs as parent').select('parent.id').whereRef('parent.id', '=', 'jobs.parent')
      return not(exists(parent.where('parent.state', 'in', openStates)))
    })
    .limit(mostInOneWrite)
  if (nobodysBut) old = old.where('owner', '=', '')
  if (nobodysBut?.length) old = old.where('kind', 'not in', nobodysBut)
  const removed = await jobTables(tx).deleteFrom('jobs').where('id', 'in', old).executeTakeFirst()
  return Number(removed.numDeletedRows)
}
