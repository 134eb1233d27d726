/** The endpoint of search. */
import { z } from 'zod'
import { cursorOf, keyOf, type Db } from '#core/db'
import { isBlank, parseQuery } from './query.ts'
import { findDocuments } from './sqlite-index.ts'

interface SearchRequest {
  caller: { id: string }
  query: { q: string; cursor?: string | undefined; limit: number }
}

/** Nobody reads further; a better query does more. */
const furthest = 1000
const Key = z.tuple([z.int().min(0).max(furthest)])

export function searchHandlers(db: Db) {
  return {
    async search(_: unknown, { caller, query: { q, cursor, limit } }: SearchRequest) {
      const [offset] = cursor ? keyOf(Key, cursor) : [0]
      const query = parseQuery(q)
      if (isBlank(query)) return { items: [], next: null }
      const found = await findDocuments(db.read, { owner: caller.id, query }, { offset, limit: limit + 1 })
      const isMore = found.length > limit && offset + limit <= furthest
      return { items: found.slice(0, limit), next: isMore ? cursorOf([offset + limit]) : null }
    },
  }
}
