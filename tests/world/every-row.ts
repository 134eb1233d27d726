/** Every row of every table, as text: for what must stand nowhere. */
import { sql } from 'kysely'
import type { Db } from '#core/db'

export interface FoundRow {
  table: string
  /** The row as JSON. */
  text: string
}

export async function readEveryRow(db: Db): Promise<FoundRow[]> {
  const found: FoundRow[] = []
  for (const table of await listTables(db)) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db.read)
    found.push(...rows.map((row) => ({ table, text: JSON.stringify(row, readable) })))
  }
  return found
}

async function listTables({ engine, read }: Db) {
  const query =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'table' order by name`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`
  return (await query.execute(read)).rows.map(({ name }) => name)
}

const readable = (_: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
