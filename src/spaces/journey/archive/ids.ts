/**
 * Under which ids what travelled is in the record: its own where they are free or the person's; where they are somebody
 * else's, others follow from them and from the person, so that the same archive brings the same ids every time.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'

/** Digits at the end of a UUIDv7 that say nothing of when it was made; before them are the moment and the count in it. */
const randomDigits = 10

/** Another id that is always the same for this person, and sorts among others as the given one did. */
export function idOfPerson(owner: string, id: string) {
  const others = createHash('sha256').update(`${owner} ${id}`).digest('hex')
  return id.slice(0, -randomDigits) + others.slice(0, randomDigits)
}

type Owned =
  `journey_${'sessions' | 'elements' | 'actions' | 'action_moves' | 'follow_ups' | 'own_topics' | 'own_words'}`

export type Rename = (id: string) => string

const mostInOneStatement = 500

export async function renamingFor(tx: Tx, table: Owned, { owner, ids }: { owner: string; ids: readonly string[] }) {
  const foreign = new Set<string>()
  for (const part of chunksOf([...new Set(ids)], mostInOneStatement)) {
    const query = sql<{ id: string }>`
      select id from ${sql.table(table)} where owner <> ${owner} and id in (${sql.join(part)})`
    for (const { id } of (await query.execute(tx)).rows) foreign.add(id)
  }
  const rename: Rename = (id) => (foreign.has(id) ? idOfPerson(owner, id) : id)
  return rename
}
