/** The endpoint of search. */
import { z } from 'zod'
import type { Cache } from '#core/cache'
import { cursorOf, keyOf, type Db } from '#core/db'
import { isBlank, parseQuery } from './query.ts'
import { keepResults } from './results.ts'
import { toHit, type SearchIndex } from './index-engine.ts'

interface SearchRequest {
  caller: { id: string }
  query: { q: string; cursor?: string | undefined; limit: number }
}

/** Nobody reads further; a better query does more. */
const furthest = 1000
const Key = z.tuple([z.int().min(0).max(furthest)])

interface Needs {
  db: Db
  cache: Cache
  index: SearchIndex
}

const findAnew: ReturnType<typeof keepResults> = (_, find) => find()

export function searchHandlers({ db, cache, index }: Needs) {
  const kept = index.keepsResults ? keepResults(cache, db.read) : findAnew
  return {
    async search(_: unknown, { caller, query: { q, cursor, limit } }: SearchRequest) {
      const [offset] = cursor ? keyOf(Key, cursor) : [0]
      const query = parseQuery(q)
      if (isBlank(query)) return { items: [], next: null }
      return kept({ owner: caller.id, q, cursor, limit }, async () => {
        const found = await index.find(db.read, { owner: caller.id, query }, { offset, limit: limit + 1 })
        const isMore = found.length > limit && offset + limit <= furthest
        return { items: found.slice(0, limit).map(toHit), next: isMore ? cursorOf([offset + limit]) : null }
      })
    },
  }
}
