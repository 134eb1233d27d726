/** The whole log of a small record, once every event has its place in it. */
import { sql } from 'kysely'
import type { Db } from '#core/db'
import type { Events, StoredEvent } from '#core/events'
import { eventually } from './eventually.ts'

export async function readLog({ db, events }: { db: Db; events: Events }): Promise<StoredEvent[]> {
  await eventually(
    () => countUnplaced(db),
    (waiting) => waiting === 0,
  )
  return events.after(0, 10_000)
}

async function countUnplaced({ engine, read }: Db) {
  if (engine === 'sqlite') return 0
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from events where position is null`.execute(read)
  return rows[0]?.waiting ?? 0
}
