/** Paged lists of rows with `created_at` and `id`. */
import { sql } from 'kysely'
import { z } from 'zod'
import { cursorOf, keyOf } from '#core/db'
import type { Paging } from './needs.ts'

const CursorKey = z.tuple([z.int(), z.string()])

/** The rows behind the cursor; without one, all rows. */
export function rowsAfter(cursor: string | undefined, order: 'newest first' | 'oldest first') {
  if (cursor === undefined) return sql<boolean>`1 = 1`
  const [at, id] = keyOf(CursorKey, cursor)
  return order === 'newest first'
    ? sql<boolean>`(created_at, id) < (${at}, ${id})`
    : sql<boolean>`(created_at, id) > (${at}, ${id})`
}

/** A page of `rows`, of which one more than the limit was asked for. */
export function toPage<Row extends { created_at: number; id: string }, Item>(
  rows: readonly Row[],
  { limit }: Paging,
  toItem: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), next: rows.length > limit && last ? cursorOf([last.created_at, last.id]) : null }
}
