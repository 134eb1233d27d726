/**
 * Migrations: forward only, each in one transaction, checksummed. Statements are written in the SQL that both engines
 * share, with `bigint` for integers, `double precision` for reals and `text` for the rest; on SQLite tables are made
 * STRICT, on PostgreSQL text sorts by its bytes. What only one engine knows is written for each.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'

export type Engine = 'sqlite' | 'postgres'

/** SQL for both engines, or one text for each; an engine without a text skips the statement. */
export type Statement = string | Partial<Record<Engine, string>>

/** `name` is `NNNN-verb-noun`; it orders the migrations of a module. */
export interface Migration {
  name: `${number}-${string}`
  statements: readonly Statement[]
}

export interface MigrationSet {
  module: string
  migrations: readonly Migration[]
}

const Applied = z.object({ module: z.string(), name: z.string(), checksum: z.string() })
type Applied = z.infer<typeof Applied>

/** What an engine does for migrations. */
export interface Migrator {
  engine: Engine
  /** Keeps other processes from migrating meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>
  run(statement: string): Promise<void>
  /** Rows of `core_migrations`. */
  applied(): Promise<unknown>
  note(row: Applied & { at: number }): Promise<void>
  transaction(work: () => Promise<void>): Promise<void>
}

/**
 * Brings the record up to this program and answers what was applied. Throws when the record is newer than the program,
 * or when a migration that already ran has other text now. Modules that this program does not have are left alone.
 */
export function migrate(migrator: Migrator, sets: readonly MigrationSet[], at: number): Promise<string[]> {
  return migrator.alone(async () => {
    await migrator.run(
      `create table if not exists core_migrations (
        module text not null, name text not null, checksum text not null, at bigint not null, primary key (module, name)
      )`,
    )
    const applied = z.array(Applied).parse(await migrator.applied())
    const waiting = waitingOf(migrator.engine, sets, applied)
    for (const step of waiting) await apply(migrator, step, at)
    return waiting.map(({ module, migration }) => `${module}/${migration.name}`)
  })
}

interface Step {
  module: string
  migration: Migration
}

/** All refusals come before the first change: a record that is refused stays as it was. */
function waitingOf(engine: Engine, sets: readonly MigrationSet[], applied: readonly Applied[]): Step[] {
  for (const set of sets) assertNotNewer(set, applied)
  const steps = sets.flatMap(({ module, migrations }) => migrations.map((migration) => ({ module, migration })))
  return steps.filter((step) => !isApplied(engine, step, applied))
}

function assertNotNewer({ module, migrations }: MigrationSet, applied: readonly Applied[]) {
  const known = new Set<string>(migrations.map(({ name }) => name))
  const newer = applied.find((row) => row.module === module && !known.has(row.name))
  if (!newer) return
  throw new Error(
    `This record was written by a newer Cairn (${module}: ${newer.name}). Run that version or a newer one.`,
  )
}

/** Throws when the migration ran with another text. */
function isApplied(engine: Engine, { module, migration }: Step, applied: readonly Applied[]) {
  const before = applied.find((row) => row.module === module && row.name === migration.name)
  if (before && before.checksum !== checksumOf(engine, migration)) {
    throw new Error(`The migration ${module}/${migration.name} is not the one that made this record.`)
  }
  return before !== undefined
}

const statementsFor = (engine: Engine, { statements }: Migration) =>
  statements.flatMap((statement) => (typeof statement === 'string' ? statement : (statement[engine] ?? [])))

const checksumOf = (engine: Engine, migration: Migration) =>
  createHash('sha256').update(statementsFor(engine, migration).join(';\n')).digest('hex')

async function apply(migrator: Migrator, { module, migration }: Step, at: number) {
  const { engine } = migrator
  try {
    await migrator.transaction(async () => {
      for (const statement of statementsFor(engine, migration)) await migrator.run(statement)
      await migrator.note({ module, name: migration.name, checksum: checksumOf(engine, migration), at })
    })
  } catch (error) {
    throw new Error(`The migration ${module}/${migration.name} failed; nothing of it was kept.`, { cause: error })
  }
}
