/** Documents as rows: their facts, and beside them the words they are found by. */
import { statementOf, type Reader, type Tx } from '#core/db'
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
  words: Words | null
}

interface Words {
  scope: string
  title: string
  body: string
  tags: string
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
  const [inserted] = await insertFacts(tx, { ...key, ...facts })
  if (!inserted) throw new Error('A document has no number')
  if (words !== null) await insertWords(tx, { rowid: inserted.number, ...words })
  return inserted.number
}

const insertFacts = statementOf((reader, { space, kind, id, owner, tags, at }: Key & IndexRow['facts']) =>
  searchTables(reader).insertInto('search_documents').values({ space, kind, id, owner, tags, at }).returning('number'),
)

const insertWords = statementOf((reader, { rowid, scope, title, body, tags }: { rowid: number } & Words) =>
  searchTables(reader).insertInto('search_index').values({ rowid, scope, title, body, tags }),
)

export async function removeDocument(tx: Tx, { space, kind, id }: Key) {
  const [removed] = await deleteFacts(tx, { space, kind, id })
  if (removed) await deleteWords(tx, { rowid: removed.number })
}

const deleteFacts = statementOf((reader, { space, kind, id }: Key) =>
  searchTables(reader)
    .deleteFrom('search_documents')
    .where('space', '=', space)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .returning('number'),
)

const deleteWords = statementOf((reader, { rowid }: { rowid: number }) =>
  searchTables(reader).deleteFrom('search_index').where('rowid', '=', rowid),
)

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
