/**
 * What each id is to a record: a digest of the rows that it stands in, with the roles of the other ids in them (colour
 * refinement, Weisfeiler and Leman 1968). Jobs that run at once end in any order and make their ids in it, so the order
 * of ids says nothing.
 */
import { createHash } from 'node:crypto'

export type Tables = ReadonlyMap<string, readonly string[]>

/** Enough for a difference to reach everything that is told of a thing, by way of what it belongs to. */
export const mostRounds = 4
const roleLength = 8

/** The rows of each table in a fixed order, with the role of each id in its place; without a round all ids are alike. */
export function withRoles(tables: Tables, rounds = mostRounds): Map<string, string[]> {
  const roles = rolesOf(tables, rounds)
  const told = (row: string) => row.replace(uuid, (id) => `‹${roles.get(id) ?? ''}›`)
  return new Map([...tables].map(([table, rows]) => [table, rows.map(told).toSorted()]))
}

function rolesOf(tables: Tables, rounds: number): ReadonlyMap<string, string> {
  const rows = [...tables].flatMap(([table, told]) => told.map((row) => `${table} ${row}`))
  let roles = new Map<string, string>()
  for (let round = 0; round < rounds; round += 1) {
    const places = new Map<string, string[]>()
    for (const row of rows) {
      const ids = new Set(row.match(uuid))
      for (const id of ids) {
        const seen = row.replace(uuid, (other) => (other === id ? 'this' : (roles.get(other) ?? 'other')))
        places.set(id, [...(places.get(id) ?? []), seen])
      }
    }
    roles = new Map([...places].map(([id, seen]) => [id, digestOf(seen.toSorted()).slice(0, roleLength)]))
  }
  return roles
}

const digestOf = (texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex')

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
