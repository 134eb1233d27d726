/** The index on SQLite's FTS5. */
import { sql } from 'kysely'
import { facetsOf, type SearchIndex } from './index-engine.ts'
import { marks } from './marks.ts'
import { toFts } from './query.ts'
import { putRow, scopeOf } from './rows.ts'
import { searchTables } from './schema.ts'

export const sqliteIndex: SearchIndex = {
  keepsResults: true,

  async put(tx, key, row) {
    await putRow(tx, key, row)
  },

  /** BM25 with the title ten times and the tags four times the weight of the body. */
  find: (reader, { owner, query }, { offset, limit }) =>
    searchTables(reader)
      .selectFrom('search_index')
      .innerJoin('search_documents as document', 'document.number', 'search_index.rowid')
      .select(['document.space', 'document.kind', 'document.id', 'document.at', 'document.tags'])
      .select(sql<string>`highlight(search_index, 1, ${marks.open}, ${marks.close})`.as('title'))
      .select(sql<string>`snippet(search_index, 2, ${marks.open}, ${marks.close}, '…', 32)`.as('excerpt'))
      .where(sql<boolean>`search_index match ${toFts(query, scopeOf(owner))}`)
      .where('document.owner', '=', owner)
      .where(({ and }) => and(facetsOf(query)))
      .orderBy(sql`bm25(search_index, 0, 10, 1, 4)`)
      .orderBy('document.at', 'desc')
      .orderBy('document.number')
      .offset(offset)
      .limit(limit)
      .execute(),
}
