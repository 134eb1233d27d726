/** Knows when an app has nothing left to do: no job is due, and everybody has heard the whole log. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Core } from '../../../src/core/core.ts'

const longest = 60_000
/** Longer each time, so that looking does not hold up the work that is waited for. */
const pauses = { first: 3, longest: 48 }

export function createQuiet(core: Core) {
  let heard = 0
  core.events.hear(({ position }) => void (heard = position))
  return async () => {
    const limit = AbortSignal.timeout(longest)
    for (let wait = pauses.first; ; wait = Math.min(2 * wait, pauses.longest)) {
      limit.throwIfAborted()
      const latest = await core.events.latestPosition()
      await core.events.passed(latest, limit)
      const isStill = heard >= latest && (await countOpen(core)) === 0
      if (isStill && (await core.events.latestPosition()) === latest) return
      await pause(wait)
    }
  }
}

/** Jobs that run or could begin, and events without a place. Jobs of a paused kind wait for a person. */
async function countOpen({ db, now }: Core) {
  const unplaced = db.engine === 'postgres' ? sql`(select count(*) from events where position is null)` : sql`0`
  const { rows } = await sql<{ open: number }>`
    select ${unplaced} + count(*) as open from jobs where state = 'running'
      or (state = 'queued' and run_at <= ${now()} and kind not in (select kind from job_pauses))`.execute(db.read)
  return Number(rows[0]?.open)
}
