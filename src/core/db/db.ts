/**
 * The record: one place for what must never be lost. `write` is the only way to change it; a write is answered after it
 * is on the disk, and either all of its body happened or none. `read` sees what was committed and cannot write. The
 * record is a SQLite file, or a PostgreSQL database once many processes share it; writes behave alike on both: as if
 * one ran after the other. Other engines (search, graph, live) are projections of what stands here.
 */
import type { DatabaseNeeds, Db } from './engine.ts'
import { openSqlite } from './sqlite.ts'

export { cursorOf, keyOf } from './cursor.ts'
export { newestFirst, oldestFirst, readPage, toItems, type PageAsked } from './keyset.ts'
export { keepUntilCommit } from './until-commit.ts'
export { lockFolder, readHolder, type FolderLock } from './folder-lock.ts'
export { assertSafeSqlite } from './sqlite-version.ts'
export { assertOutsideWrite } from './scope.ts'
export { statementOf } from './statement.ts'
export type { Migration, MigrationSet } from './migrations.ts'
export type { DatabaseNeeds, Db, Engine, Isolation, Reader, Tx } from './engine.ts'

/**
 * Opens the record, or makes it: `cairn.sqlite` in `folder`, or the database at `url`. What only PostgreSQL needs is
 * loaded when it is used: it would cost every other installation 11 MB.
 */
export async function openDatabase({ url = '', ...needs }: DatabaseNeeds): Promise<Db> {
  if (url === '') return openSqlite(needs)
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres({ ...needs, url })
}
