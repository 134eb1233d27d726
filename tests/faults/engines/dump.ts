/** A whole record in one form, table by table: two that hold the same have the same text, whatever engine keeps them. */
import { sql } from 'kysely'
import type { Db } from '#core/db'
import { mostRounds, withRoles, type Tables } from './roles.ts'

/** Tables of one engine, of what engines do in their own way, and of what is written by the clock of the machine. */
const ownTables = /^(core_migrations|job_turns|search_parts|search_states|search_index_\w+|sqlite_\w+)$/
/**
 * Numbers that say nothing or tell what happened to run just then, secrets, hashes of what holds secrets or ids, and what
 * names the engine itself.
 */
const ownColumns: Record<string, readonly string[]> = {
  account_exports: ['size'],
  account_keys: ['secret'],
  event_consumers: ['position'],
  event_epochs: ['life'],
  events: ['seq', 'xid', 'position'],
  first_links: ['token'],
  http_idempotency: ['id', 'fingerprint', 'reply'],
  invitations: ['token'],
  jobs: ['turn'],
  notifications: ['position'],
  people: ['password'],
  reset_links: ['token'],
  search_documents: ['number'],
  search_index: ['rowid', 'scope'],
  sign_ins: ['token', 'previous'],
}
/** What was made from the bytes of an archive, which is packed from ids. */
const archive = { type: 'application/zip', columns: ['size', 'hash'] }

export async function dumpRecord(db: Db): Promise<Tables> {
  const tables = new Map<string, string[]>()
  for (const table of await tablesOf(db)) tables.set(table, await readTable(db, table))
  return tables
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

/**
 * What differs, in plain words: first what rows say by themselves, then what they belong to, so that a difference is told
 * where it is and not wherever it is felt.
 */
export function compareDumps(left: Tables, right: Tables): string[] {
  for (let rounds = 0; rounds <= mostRounds; rounds += 1) {
    const differences = compareTables(withRoles(left, rounds), withRoles(right, rounds))
    if (differences.length > 0) return differences
  }
  return []
}

function compareTables(left: Tables, right: Tables) {
  const tables = new Set([...left.keys(), ...right.keys()])
  return [...tables].flatMap((table) => {
    const [a, b] = [left.get(table), right.get(table)]
    if (!a || !b) return [`the table ${table} stands on one engine only`]
    return a.join('\n') === b.join('\n') ? [] : [`the table ${table} differs: ${firstDifference(a, b)}`]
  })
}

function firstDifference(left: readonly string[], right: readonly string[]) {
  const only = (one: readonly string[], other: readonly string[]) => {
    const unmatched = [...other]
    const isAlone = (row: string) => {
      const at = unmatched.indexOf(row)
      if (at >= 0) unmatched.splice(at, 1)
      return at < 0
    }
    return one.find(isAlone) ?? 'nothing'
  }
  const shown = (row: string) => row.slice(0, 700)
  return `${left.length} and ${right.length} rows, only the first has ${shown(only(left, right))}, only the second ${shown(only(right, left))}`
}
