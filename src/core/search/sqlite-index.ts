/** The index on SQLite's FTS5. */
import { sql } from 'kysely'
import { z } from 'zod'
import { fromJson, toJson, type Reader, type Tx } from '#core/db'
import type { Fragment, Hit } from './contract.ts'
import type { SearchDocument } from './document.ts'
import { toFts, valuesOf, type Query } from './query.ts'
import { searchTables } from './schema.ts'

interface Key {
  space: string
  kind: string
  id: string
}

/** Marks around a match. Private-use characters, taken out of what is indexed so that they can only be marks. */
const open = '\uE000'
const close = '\uE001'
const withoutMarks = (text: string) => text.replace(/[\uE000\uE001]/g, ' ')

/** An id as one word of the index. */
const scopeOf = (owner: string) => owner.replaceAll('-', '')

export async function putDocument(tx: Tx, key: Key, { owner, title, body, tags, at }: SearchDocument) {
  await removeDocument(tx, key)
  const { number } = await searchTables(tx)
    .insertInto('search_documents')
    .values({ ...key, owner, tags: toJson(tags), at })
    .returning('number')
    .executeTakeFirstOrThrow()
  const text = { title: withoutMarks(title), body: withoutMarks(body), tags: withoutMarks(tags.join(' | ')) }
  await searchTables(tx)
    .insertInto('search_index')
    .values({ rowid: number, scope: scopeOf(owner), ...text })
    .execute()
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

const Tags = z.array(z.string())

/** Best first: BM25 with the title ten times and the tags four times the weight of the body. */
export async function findDocuments(
  reader: Reader,
  { owner, query }: { owner: string; query: Query },
  { offset, limit }: { offset: number; limit: number },
): Promise<Hit[]> {
  const rows = await selectMatches(reader, owner, query)
    .orderBy(sql`bm25(search_index, 0, 10, 1, 4)`)
    .orderBy('document.at', 'desc')
    .orderBy('document.number')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ tags, title, excerpt, ...row }) => ({
    ...row,
    tags: fromJson(Tags, tags),
    title: toFragments(title),
    excerpt: toFragments(excerpt),
  }))
}

function selectMatches(reader: Reader, owner: string, query: Query) {
  let matches = searchTables(reader)
    .selectFrom('search_index')
    .innerJoin('search_documents as document', 'document.number', 'search_index.rowid')
    .select(['document.space', 'document.kind', 'document.id', 'document.at', 'document.tags'])
    .select(sql<string>`highlight(search_index, 1, ${open}, ${close})`.as('title'))
    .select(sql<string>`snippet(search_index, 2, ${open}, ${close}, '…', 32)`.as('excerpt'))
    .where(sql<boolean>`search_index match ${toFts(query, scopeOf(owner))}`)
    .where('document.owner', '=', owner)
  for (const field of ['space', 'kind'] as const) {
    const wanted = valuesOf(query, { field, isExcluded: false })
    const unwanted = valuesOf(query, { field, isExcluded: true })
    if (wanted.length > 0) matches = matches.where(`document.${field}`, 'in', wanted)
    if (unwanted.length > 0) matches = matches.where(`document.${field}`, 'not in', unwanted)
  }
  return matches
}

function toFragments(marked: string): Fragment[] {
  return marked
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(open) ? { text: part.slice(1, -1), hit: true } : { text: part, hit: false }))
}
