/** What an engine of the index does, whichever the record stands on; results are put in words here for all of them. */
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '#core/db'
import { fromJson } from '#std/json'
import type { Hit } from './contract.ts'
import { toFragments } from './marks.ts'
import { valuesOf, type Query } from './query.ts'
import type { IndexRow, Key } from './rows.ts'

export interface Asked {
  owner: string
  query: Query
}

export interface Part {
  offset: number
  limit: number
}

/** A document that was found; `title` and `excerpt` carry marks. */
export interface Match extends Key {
  at: number
  tags: string
  title: string
  excerpt: string
}

export interface SearchIndex {
  /**
   * Whether results are kept for a while. Keeping them counts each change of a person's index in one row, which on
   * PostgreSQL would put all writes of that person in each other's way.
   */
  keepsResults: boolean
  put(tx: Tx, key: Key, row: IndexRow): Promise<void>
  /** The best first. */
  find(reader: Reader, asked: Asked, part: Part): Promise<Match[]>
}

const Tags = z.array(z.string())

export const toHit = ({ tags, title, excerpt, ...match }: Match): Hit => ({
  ...match,
  tags: fromJson(Tags, tags),
  title: toFragments(title),
  excerpt: toFragments(excerpt),
})

/** What a query asks of space and kind, as conditions on the table `document`. */
export function facetsOf(query: Query): RawBuilder<boolean>[] {
  return (['space', 'kind'] as const).flatMap((field) =>
    [false, true].flatMap((isExcluded) => {
      const values = valuesOf(query, { field, isExcluded })
      if (values.length === 0) return []
      const list = sql`${sql.ref(`document.${field}`)} in (${sql.join(values)})`
      return [isExcluded ? sql<boolean>`not (${list})` : sql<boolean>`(${list})`]
    }),
  )
}
