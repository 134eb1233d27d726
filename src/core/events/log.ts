/** The log as rows: adding at its end, reading behind a position. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import type { AppendedEvent, StoredEvent } from './event.ts'
import { eventTables, type EventRow } from './schema.ts'

const Payload = z.record(z.string(), z.unknown())

export async function insertEvents(tx: Tx, events: readonly AppendedEvent[]) {
  if (events.length === 0) return
  const rows = events.map(({ name, payload, ...rest }) => ({ ...rest, type: name, payload: toJson(payload) }))
  await eventTables(tx).insertInto('events').values(rows).execute()
}

/** Events after `position`, oldest first. */
export async function readAfter(reader: Reader, position: number, limit: number): Promise<StoredEvent[]> {
  return (await selectAfter(reader, position, limit).execute()).map(toEvent)
}

/** The same, of one topic and owner. */
export async function readAfterFor(
  reader: Reader,
  { topic, owner, position }: { topic: string; owner: string; position: number },
  limit: number,
): Promise<StoredEvent[]> {
  const query = selectAfter(reader, position, limit).where('topic', '=', topic).where('owner', '=', owner)
  return (await query.execute()).map(toEvent)
}

const columns = ['position', 'at', 'actor', 'owner', 'topic', 'entity', 'type', 'payload'] as const

const selectAfter = (reader: Reader, position: number, limit: number) =>
  eventTables(reader)
    .selectFrom('events')
    .select(columns)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)

function toEvent({ type, payload, ...rest }: EventRow): StoredEvent {
  return { ...rest, name: type, payload: fromJson(Payload, payload) }
}

/** The position of the newest event that has one; 0 in an empty log. */
export async function readLatest(reader: Reader): Promise<number> {
  const query = eventTables(reader)
    .selectFrom('events')
    .select(sql<number | null>`max(position)`.as('latest'))
  return (await query.executeTakeFirstOrThrow()).latest ?? 0
}

/**
 * Removes up to `most` events that are older than `before` and that every consumer has passed. The newest event stays
 * whatever its age: the next position is counted from it. Answers how many were removed.
 */
export async function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  const passed = await readSlowest(tx)
  const old = eventTables(tx)
    .selectFrom('events')
    .select('position')
    .where('at', '<', before)
    .where('position', '<=', passed)
    .where('position', '<', await readLatest(tx))
    .orderBy('position')
    .limit(most)
  const removed = await eventTables(tx).deleteFrom('events').where('position', 'in', old).executeTakeFirst()
  return Number(removed.numDeletedRows)
}

/** The position that every consumer has passed. */
async function readSlowest(tx: Tx) {
  const query = eventTables(tx)
    .selectFrom('event_consumers')
    .select(sql<number | null>`min(position)`.as('slowest'))
  return (await query.executeTakeFirstOrThrow()).slowest ?? Number.MAX_SAFE_INTEGER
}
