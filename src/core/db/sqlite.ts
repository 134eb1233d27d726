/** The record as one SQLite file: a writer with group commit, and a reader that cannot write. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { DatabaseNeeds, Db, Reader, Tx } from './engine.ts'
import { createGroupCommit } from './group-commit.ts'
import { migrate, type Migrator } from './migrations.ts'
import { assertInsideWrite, assertOutsideWrite, runInside } from './scope.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { assertSafeSqlite } from './sqlite-version.ts'

export function openSqlite({ folder, log, groupSize, committed = () => {} }: Omit<DatabaseNeeds, 'url'>): Db {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'cairn.sqlite')
  const writer = openWriter(file)
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('pragma busy_timeout = 5000')
  const tx: Tx = new Kysely({ dialect: sqliteDialect(writer, assertInsideWrite) })
  const read: Reader = new Kysely({ dialect: sqliteDialect(reader) })
  let version = 0
  const group = createGroupCommit({
    connection: writer,
    log,
    mostBodies: groupSize,
    committed(writes, seconds) {
      version += 1
      committed(writes, seconds)
    },
  })

  return {
    engine: 'sqlite',
    read,
    write(body) {
      assertOutsideWrite('A write')
      return group.run(() => runInside(() => body(tx)))
    },
    version: () => version,
    onCommit: group.onCommit,
    broadcast: () => {},
    onBroadcast: () => () => {},
    elect: (_, lead) => lead(),
    migrate: (sets, at) => migrate(migratorOf(writer), sets, at),
    async close() {
      await group.drain()
      reader.close()
      writer.close()
    },
  }
}

function openWriter(file: string) {
  const writer = new DatabaseSync(file, { timeout: 5000 })
  assertSafeSqlite(String(writer.prepare('select sqlite_version() as version').get()?.version))
  writer.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -8000; pragma secure_delete = on',
  )
  return writer
}

function migratorOf(connection: DatabaseSync): Migrator {
  return {
    engine: 'sqlite',
    alone: (work) => work(),
    run: async (statement) => connection.exec(toSqlite(statement)),
    applied: async () => connection.prepare('select module, name, checksum from core_migrations').all(),
    async note({ module, name, checksum, at }) {
      const insert = 'insert into core_migrations (module, name, checksum, at) values (?, ?, ?, ?)'
      connection.prepare(insert).run(module, name, checksum, at)
    },
    async transaction(work) {
      connection.exec('begin immediate')
      try {
        await work()
        connection.exec('commit')
      } finally {
        if (connection.isTransaction) connection.exec('rollback')
      }
    },
  }
}

function toSqlite(statement: string) {
  const typed = statement.replaceAll('bigint', 'integer').replaceAll('double precision', 'real')
  return /^\s*create table/i.test(typed) ? `${typed} strict` : typed
}
