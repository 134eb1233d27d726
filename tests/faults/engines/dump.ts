/** A whole record in one form, table by table: two that hold the same have the same text, whatever engine keeps them. */
import { sql } from 'kysely'
import type { Db } from '#core/db'
import { digestOf, withoutRoles, withRoles } from './roles.ts'

export interface TableDump {
  digest: string
  rows: string[]
}
export type Dump = ReadonlyMap<string, TableDump>

/** Tables of one engine, of what engines do in their own way, and of what is written by the clock of the machine. */
const ownTables = /^(core_migrations|job_turns|search_parts|search_states|search_index_\w+|sqlite_\w+)$/
/** Numbers without a meaning, secrets, hashes of what holds secrets or ids, and what names the engine itself. */
const ownColumns: Record<string, readonly string[]> = {
  account_exports: ['size'],
  account_keys: ['secret'],
  event_consumers: ['position'],
  event_epochs: ['life'],
  events: ['seq', 'xid', 'position'],
  first_links: ['token'],
  http_idempotency: ['id', 'fingerprint', 'reply'],
  invitations: ['token'],
  notifications: ['position'],
  people: ['password'],
  reset_links: ['token'],
  search_documents: ['number'],
  search_index: ['rowid', 'scope'],
  sign_ins: ['token', 'previous'],
}
/** What was made from the bytes of an archive, which is packed from ids. */
const archive = { type: 'application/zip', columns: ['size', 'hash'] }

export async function dumpRecord(db: Db): Promise<Dump> {
  const tables = new Map<string, string[]>()
  for (const table of await tablesOf(db)) tables.set(table, await readTable(db, table))
  return new Map([...withRoles(tables)].map(([table, rows]) => [table, { rows, digest: digestOf(rows) }]))
}

async function tablesOf({ engine, read }: Db) {
  const list =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table' order by name`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = 'public' order by name`
  const { rows } = await list.execute(read)
  return rows.map(({ name }) => name).filter((name) => !ownTables.test(name))
}

async function readTable({ read }: Db, table: string) {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(read)
  return rows.map((row) => JSON.stringify(Object.entries(row).filter(isShared(table, row)).toSorted(byName)))
}

const isShared =
  (table: string, row: Record<string, unknown>) =>
  ([column]: [string, unknown]) =>
    !ownColumns[table]?.includes(column) && !(row.type === archive.type && archive.columns.includes(column))

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => Number(a > b) - Number(a < b)

/** What differs, in plain words. */
export function compareDumps(left: Dump, right: Dump): string[] {
  const tables = new Set([...left.keys(), ...right.keys()])
  return [...tables].flatMap((table) => {
    const [a, b] = [left.get(table), right.get(table)]
    if (!a || !b) return [`the table ${table} stands on one engine only`]
    return a.digest === b.digest ? [] : [`the table ${table} differs: ${firstDifference(a.rows, b.rows)}`]
  })
}

/** What differs by itself is shown rather than what differs by what it belongs to. */
function firstDifference(left: readonly string[], right: readonly string[]) {
  const only = (one: readonly string[], other: readonly string[]) => {
    const told = new Set(other.map(withoutRoles))
    return one.find((row) => !told.has(withoutRoles(row))) ?? one.find((row) => !other.includes(row)) ?? 'nothing'
  }
  const shown = (row: string) => row.slice(0, 700)
  return `${left.length} and ${right.length} rows, only the first has ${shown(only(left, right))}, only the second ${shown(only(right, left))}`
}
