/**
 * What each id is to a record: a digest of the rows that it stands in, with the roles of the other ids in them (colour
 * refinement, Weisfeiler and Leman 1968). Jobs that run at once end in any order and make their ids in it, so the order
 * of ids says nothing.
 */
import { createHash } from 'node:crypto'

type Tables = ReadonlyMap<string, readonly string[]>

/** Enough for a difference to reach everything that is told of a thing, by way of what it belongs to. */
const roundsOfRoles = 4
const roleLength = 8

/** The rows of each table in a fixed order, with the role of each id in its place. */
export function withRoles(tables: Tables): Map<string, string[]> {
  const roles = rolesOf(tables)
  const told = (row: string) => row.replace(uuid, (id) => `‹${roles.get(id)}›`)
  return new Map([...tables].map(([table, rows]) => [table, rows.map(told).toSorted()]))
}

export const withoutRoles = (row: string) => row.replace(/‹\w+›/g, '‹›')

function rolesOf(tables: Tables): ReadonlyMap<string, string> {
  const rows = [...tables].flatMap(([table, told]) => told.map((row) => `${table} ${row}`))
  let roles = new Map<string, string>()
  for (let round = 0; round < roundsOfRoles; round += 1) {
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

export const digestOf = (texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex')

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
