/**
 * Migrations: forward only, each in one transaction, checksummed. Statements are written in the SQL that both engines
 * share, with `bigint` for integers and `double precision` for reals; on SQLite tables are made STRICT.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** `name` is `NNNN-verb-noun`; it orders the migrations of a module. */
export interface Migration {
  name: `${number}-${string}`
  statements: readonly string[]
}

export interface MigrationSet {
  module: string
  migrations: readonly Migration[]
}

const Applied = z.object({ module: z.string(), name: z.string(), checksum: z.string() })
type Applied = z.infer<typeof Applied>

interface Plan {
  connection: DatabaseSync
  sets: readonly MigrationSet[]
  at: number
}

/**
 * Brings the record up to this program. Throws when the record is newer than the program, or when a migration that
 * already ran has other text now. Modules that this program does not have are left alone.
 */
export async function migrate({ connection, sets, at }: Plan) {
  connection.exec(
    `create table if not exists core_migrations (
      module text not null, name text not null, checksum text not null, at integer not null, primary key (module, name)
    ) strict`,
  )
  const rows = connection.prepare('select module, name, checksum from core_migrations').all()
  const applied = z.array(Applied).parse(rows)
  // All refusals come before the first change: a record that is refused stays as it was.
  for (const set of sets) assertKnown(set, applied)
  for (const set of sets) {
    for (const migration of set.migrations) {
      if (!isApplied(set, migration, applied)) apply({ connection, set, migration, at })
    }
  }
}

function assertKnown({ module, migrations }: MigrationSet, applied: readonly Applied[]) {
  const known = new Set<string>(migrations.map(({ name }) => name))
  const newer = applied.find((row) => row.module === module && !known.has(row.name))
  if (newer) {
    throw new Error(
      `This record was written by a newer Cairn (${module}: ${newer.name}). Run that version or a newer one.`,
    )
  }
  for (const migration of migrations) isApplied({ module }, migration, applied)
}

const checksumOf = ({ statements }: Migration) => createHash('sha256').update(statements.join(';\n')).digest('hex')

/** Throws when the migration ran with another text. */
function isApplied({ module }: Pick<MigrationSet, 'module'>, migration: Migration, applied: readonly Applied[]) {
  const before = applied.find((row) => row.module === module && row.name === migration.name)
  if (before && before.checksum !== checksumOf(migration)) {
    throw new Error(`The migration ${module}/${migration.name} is not the one that made this record.`)
  }
  return before !== undefined
}

interface Step extends Omit<Plan, 'sets'> {
  set: MigrationSet
  migration: Migration
}

function apply({ connection, set, migration, at }: Step) {
  connection.exec('begin immediate')
  try {
    for (const statement of migration.statements) connection.exec(toSqlite(statement))
    connection
      .prepare('insert into core_migrations (module, name, checksum, at) values (?, ?, ?, ?)')
      .run(set.module, migration.name, checksumOf(migration), at)
    connection.exec('commit')
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback')
    throw new Error(`The migration ${set.module}/${migration.name} failed; nothing of it was kept.`, { cause: error })
  }
}

function toSqlite(statement: string) {
  const typed = statement.replaceAll('bigint', 'integer').replaceAll('double precision', 'real')
  return /^\s*create table/i.test(typed) ? `${typed} strict` : typed
}
