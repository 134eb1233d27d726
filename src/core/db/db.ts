/**
 * The record: one place for what must never be lost. `write` is the only way to change it; a write is answered after it
 * is on the disk, and either all of its body happened or none. `read` sees what was committed and cannot write.
 * Other engines (search, graph, live) are projections of what stands here.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Log } from '#core/observability'
import { createGroupCommit } from './group-commit.ts'
import { migrate, type MigrationSet } from './migrations.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import { assertSafeSqlite } from './sqlite-version.ts'

export { fromJson, toJson } from './json.ts'
export { cursorOf, keyOf } from './cursor.ts'
export { lockFolder, type FolderLock } from './folder-lock.ts'
export type { Migration, MigrationSet } from './migrations.ts'

/** A module adds its own tables with `$extendTables<ItsTables>()`. */
export type Reader = Kysely<Record<never, never>>
/** Valid inside the body of one `write` only. */
export type Tx = Reader

export interface Db {
  readonly read: Reader
  /**
   * Runs `body` in a transaction and answers once it is durable. The body may await nothing but the database: every
   * other writer waits behind it. Throws when called inside another write.
   */
  write<T>(body: (tx: Tx) => Promise<T>): Promise<T>
  /** Calls `listener` after each commit. Returns the way to stop that. */
  onCommit(listener: () => void): () => void
  migrate(sets: readonly MigrationSet[], at: number): Promise<void>
  close(): Promise<void>
}

const insideWrite = new AsyncLocalStorage<{ isOpen: boolean }>()

/** Ports to the outside call this first: a transaction must never wait for the world. */
export function assertOutsideWrite(what: string) {
  if (insideWrite.getStore()?.isOpen) throw new Error(`${what} inside a write: move it before or after the transaction`)
}

/** Opens (or makes) the SQLite record `cairn.sqlite` in `folder`. */
export function openDatabase({ folder, log }: { folder: string; log: Log }): Db {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'cairn.sqlite')
  const writer = openWriter(file)
  const reader = new DatabaseSync(file, { readOnly: true })
  reader.exec('pragma busy_timeout = 5000')
  const tx: Tx = new Kysely({ dialect: sqliteDialect(writer, assertInsideWrite) })
  const read: Reader = new Kysely({ dialect: sqliteDialect(reader) })
  const group = createGroupCommit({ connection: writer, log })

  return {
    read,
    write(body) {
      assertOutsideWrite('A write')
      return group.run(() => {
        const scope = { isOpen: true }
        return insideWrite.run(scope, () => body(tx)).finally(() => (scope.isOpen = false))
      })
    },
    onCommit: group.onCommit,
    migrate: (sets, at) => migrate({ connection: writer, sets, at }),
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
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -8000',
  )
  return writer
}

function assertInsideWrite() {
  if (!insideWrite.getStore()?.isOpen) throw new Error('A transaction was used outside of its write')
}
