/** What the log keeps of a person: what happened to what is theirs, and what they did. */
import type { Reader, Tx } from '#core/db'
import type { PersonalRecords } from '#core/personal'
import { readLatest } from './log.ts'
import { eventTables } from './schema.ts'

const pageSize = 500

export const eventRecords: PersonalRecords = {
  name: 'history',
  async *export(reader, owner) {
    yield { path: 'events.jsonl', content: linesOf(reader, owner) }
  },
  async erase(tx, owner) {
    const latest = await readLatest(tx)
    await blankNewest(tx, owner, latest)
    await eventTables(tx).deleteFrom('events').where('owner', '=', owner).execute()
    await eventTables(tx).updateTable('events').set({ actor: '' }).where('actor', '=', owner).execute()
  },
}

/** The next position is counted from the newest event, so its place stays though nothing is left in it. */
async function blankNewest(tx: Tx, owner: string, latest: number) {
  const nothing = { owner: '', actor: '', topic: 'log', entity: '', type: 'log.event-erased', payload: '{}' }
  await eventTables(tx)
    .updateTable('events')
    .set(nothing)
    .where('position', '=', latest)
    .where('owner', '=', owner)
    .execute()
}

async function* linesOf(reader: Reader, owner: string) {
  let last: number | undefined = 0
  while (last !== undefined) {
    const rows = await selectAfter(reader, owner, last)
    if (rows.length > 0) yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    last = rows.length < pageSize ? undefined : rows.at(-1)?.position
  }
}

const selectAfter = (reader: Reader, owner: string, position: number) =>
  eventTables(reader)
    .selectFrom('events')
    .select(['position', 'at', 'type as name', 'topic', 'entity', 'payload'])
    .where('owner', '=', owner)
    .where('position', '>', position)
    .orderBy('position')
    .limit(pageSize)
    .execute()
