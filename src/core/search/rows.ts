/** Documents as rows: their facts, and beside them the words they are found by. */
import type { Reader, Tx } from '#core/db'
import { toJson } from '#std/json'
import type { SearchDocument } from './document.ts'
import { withoutMarks } from './marks.ts'
import { searchTables } from './schema.ts'

/** Names a document. */
export interface Key {
  space: string
  kind: string
  id: string
}

/** What the index holds of one document: its facts, and the words it is found by. */
export interface IndexRow {
  facts: { owner: string; tags: string; at: number }
  words: { scope: string; title: string; body: string; tags: string } | null
}

/** An id as one word of the index. */
export const scopeOf = (owner: string) => owner.replaceAll('-', '')

export function toRow({ owner, title, body, tags, at }: SearchDocument): IndexRow {
  const words = { title: withoutMarks(title), body: withoutMarks(body), tags: withoutMarks(tags.join(' | ')) }
  return { facts: { owner, tags: toJson(tags), at }, words: { scope: scopeOf(owner), ...words } }
}

/** Answers the number of the document, by which an engine may keep more about it. */
export async function putRow(tx: Tx, key: Key, { facts, words }: IndexRow): Promise<number> {
  await removeDocument(tx, key)
  const { number } = await searchTables(tx)
    .insertInto('search_documents')
    .values({ ...key, ...facts })
    .returning('number')
    .executeTakeFirstOrThrow()
  if (words === null) return number
  await searchTables(tx)
    .insertInto('search_index')
    .values({ rowid: number, ...words })
    .execute()
  return number
}

export async function removeDocument(tx: Tx, { space, kind, id }: Key) {
  const removed = await searchTables(tx)
    .deleteFrom('search_documents')
    .where('space', '=', space)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .returning('number')
    .executeTakeFirst()
  if (!removed) return
  await searchTables(tx).deleteFrom('search_index').where('rowid', '=', removed.number).execute()
}

/** What the index holds of a document; undefined when there is none. `words` are null when they are lost. */
export async function readRow(reader: Reader, { space, kind, id }: Key): Promise<IndexRow | undefined> {
  const found = await searchTables(reader)
    .selectFrom('search_documents')
    .select(['number', 'owner', 'tags', 'at'])
    .where('space', '=', space)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { number, ...facts } = found
  const words = searchTables(reader).selectFrom('search_index').select(['scope', 'title', 'body', 'tags'])
  return { facts, words: (await words.where('rowid', '=', number).executeTakeFirst()) ?? null }
}

/** Words of no document would be in the way of the next one with their number. */
export async function removeStrayWords(tx: Tx) {
  await searchTables(tx)
    .deleteFrom('search_index')
    .where('rowid', 'not in', (rows) => rows.selectFrom('search_documents').select('number'))
    .execute()
}
