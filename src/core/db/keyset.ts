/**
 * Pages of a list by keyset: a page begins after the sort key of the last item, so that nothing is repeated or left out
 * however the list grows meanwhile, and a late page costs what the first one costs.
 */
import { sql, type SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { cursorOf, keyOf } from './cursor.ts'

type SortKey = string | number

/** How a list is sorted: by a column, and by id where that is equal. An index on both serves it. */
export interface Order<Column extends string, Key extends SortKey> {
  by: Column
  /** What stands in the column. */
  key: z.ZodType<Key>
  direction: 'asc' | 'desc'
}

export interface PageAsked {
  cursor?: string | undefined
  limit: number
}

export interface Page<Row> {
  rows: Row[]
  /** Cursor of the following page; null on the last one. */
  next: string | null
}

/** The usual order of lists: by the time of making. */
export const newestFirst = { by: 'created_at', key: z.int(), direction: 'desc' } as const
export const oldestFirst = { by: 'created_at', key: z.int(), direction: 'asc' } as const

/** A page as it goes over the wire. */
export const toItems = <Row, Item>({ rows, next }: Page<Row>, toItem: (row: Row) => Item) => ({
  items: rows.map(toItem),
  next,
})

/**
 * Reads one page of `query`, which selects the column and `id` and orders nothing itself. Refuses (400) a cursor of
 * another list.
 */
export async function readPage<DB, TB extends keyof DB, Column extends string, Key extends SortKey, Row>(
  query: SelectQueryBuilder<DB, TB, Row & Record<Column, Key> & { id: string }>,
  { by, key, direction }: Order<Column, Key>,
  { cursor, limit }: PageAsked,
): Promise<Page<Row & Record<Column, Key> & { id: string }>> {
  const [column, id] = [sql.ref<Key>(by), sql.ref<string>('id')]
  const beyond = sql.raw(direction === 'asc' ? '>' : '<')
  const after = cursor ? keyOf(z.tuple([key, z.string()]), cursor) : undefined
  const rest = after ? query.where(sql<boolean>`(${column}, ${id}) ${beyond} (${after[0]}, ${after[1]})`) : query
  const found = await rest
    .orderBy(column, direction)
    .orderBy(id, direction)
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last ? cursorOf([last[by], last.id]) : null }
}
