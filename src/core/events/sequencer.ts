/**
 * Positions on PostgreSQL. A transaction that began earlier may commit later, so a number given at the insert says
 * nothing about the order in which readers can see events. Each event keeps its transaction id; once no older
 * transaction is open, the events get the next positions in the order of these ids, and never another one.
 *
 * Ids of transactions mean something in one cluster only. An event whose id lies in the future comes from another
 * cluster, by a restore, and waits for nobody.
 */
import { sql } from 'kysely'
import { second } from '#std/duration'
import { createLoop } from '#std/loop'
import type { Db } from '#core/db'

/** Events that get their positions in one transaction. */
const batch = 5000
/** A transaction that ended without a commit lets others pass unseen, so it also looks by itself, so often. */
const lookEvery = second / 4

const horizon = sql`horizon as (select pg_current_snapshot() as snapshot)`
const canBePlaced = sql<boolean>`position is null
  and (xid < pg_snapshot_xmin(snapshot) or xid >= pg_snapshot_xmax(snapshot))`

/** Asked before anything is written: a write that places nothing would be news that wakes the one who wrote it. */
async function isAnyToPlace({ read }: Db): Promise<boolean> {
  const { rows } = await sql`with ${horizon} select 1 from events, horizon where ${canBePlaced} limit 1`.execute(read)
  return rows.length > 0
}

/** Gives the next positions. Answers how many; one caller at a time. */
function placeEvents(db: Db): Promise<number> {
  return db.write(async (tx) => {
    const placed = await sql`
      with ${horizon},
      fresh as (
        select seq, row_number() over (order by xid, seq) as place
        from events, horizon where ${canBePlaced} order by xid, seq limit ${batch}
      ),
      latest as (select coalesce(max(position), 0) as position from events)
      update events set position = latest.position + fresh.place
      from fresh, latest where events.seq = fresh.seq`.execute(tx)
    return Number(placed.numAffectedRows ?? 0)
  }, 'statement')
}

/** Places events as they come. Answers the way to stop. */
export function startSequencer(db: Db, onError: (error: unknown) => void) {
  const loop = createLoop(async () => (await isAnyToPlace(db)) && (await placeEvents(db)) > 0, onError)
  const stopListening = db.onCommit(loop.wake)
  const timer = setInterval(loop.wake, lookEvery).unref()
  loop.wake()
  return async () => {
    stopListening()
    clearInterval(timer)
    await loop.stop()
  }
}
