/** Open connections, by whose they are: an event is of one person, and nobody else's connections need to look at it. */
import type { Connection } from './connection.ts'

export interface Audience {
  add(connection: Connection): void
  /** The connection is of this person from now on. */
  own(owner: string, connection: Connection): void
  remove(connection: Connection): void
  of(owner: string): Iterable<Connection>
  all(): Iterable<Connection>
  count(): number
}

export function createAudience(): Audience {
  const owners = new Map<Connection, string | undefined>()
  const byOwner = new Map<string, Set<Connection>>()
  return {
    add: (connection) => void owners.set(connection, undefined),
    own(owner, connection) {
      if (!owners.has(connection)) return
      owners.set(connection, owner)
      byOwner.set(owner, (byOwner.get(owner) ?? new Set()).add(connection))
    },
    remove(connection) {
      const owner = owners.get(connection)
      owners.delete(connection)
      if (owner === undefined) return
      const rest = byOwner.get(owner)
      rest?.delete(connection)
      if (rest?.size === 0) byOwner.delete(owner)
    },
    of: (owner) => byOwner.get(owner) ?? [],
    all: () => owners.keys(),
    count: () => owners.size,
  }
}
