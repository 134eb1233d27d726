/**
 * Results of searches, kept for five minutes. The log drops a person's results with each event of theirs, a moment after
 * the commit; so that they find at once what they have just saved, each state of their part of the index has a number,
 * counted in the transaction that changes it, and a result is given for its own state only.
 */
import { minute } from '#std/duration'
import type { Cache } from '#core/cache'
import { statementOf, type Reader } from '#core/db'
import type { Hit } from './contract.ts'
import { searchTables } from './schema.ts'

export interface Results {
  items: Hit[]
  next: string | null
}

interface Asked {
  owner: string
  q: string
  cursor: string | undefined
  limit: number
}

const limits = { mostEntries: 1000, mostBytes: 8 * 1024 * 1024, freshFor: 5 * minute }

/** `find` is called for what is not kept. */
export function keepResults(cache: Cache, reader: Reader) {
  const region = cache.region<Results>({ name: 'search.results', ...limits })
  cache.addRule({ name: 'search.results', tagsOf: ({ owner }) => [owner] })
  return async ({ owner, q, cursor, limit }: Asked, find: () => Promise<Results>) => {
    // Before the search: a result may be newer than its number, and never older.
    const state = await readState(reader, owner)
    const key = JSON.stringify([owner, state, q, cursor, limit])
    return region.get({ key, tags: [owner] }, find)
  }
}

async function readState(reader: Reader, owner: string) {
  const query = searchTables(reader).selectFrom('search_states').select('state').where('owner', '=', owner)
  const row = await query.executeTakeFirst()
  return row?.state ?? 0
}

/** Says that what this person can find is about to be something else. */
export const countState = statementOf((reader, { owner }: { owner: string }) =>
  searchTables(reader)
    .insertInto('search_states')
    .values({ owner, state: 1 })
    .onConflict((conflict) =>
      conflict.column('owner').doUpdateSet((row) => ({ state: row('search_states.state', '+', 1) })),
    ),
)
