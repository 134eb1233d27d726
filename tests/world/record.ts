/** A record on a folder of its own, with a table to write into, and nothing else of the core. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Db, type MigrationSet, type Reader } from '#core/db'
import { createLog } from '#core/observability'
import { collectLines } from './lines.ts'
import { createTestDatabase } from './postgres/database.ts'

export interface TemporaryFolder extends AsyncDisposable {
  path: string
}

export async function createFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'cairn-folder-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export const stoneTable = (reader: Reader) => reader.$extendTables<{ stones: { name: string } }>()

export const stones: MigrationSet = {
  module: 'stones',
  migrations: [{ name: '0001-create-stones', statements: ['create table stones (name text primary key)'] }],
}

export interface RecordWorld extends AsyncDisposable {
  db: Db
  folder: string
  /** Of its database; empty on SQLite. */
  url: string
  /** The log lines so far. */
  log: string[]
  /** Names of the stones that were committed. */
  readStones(): Promise<string[]>
}

export async function createRecord(): Promise<RecordWorld> {
  const folder = await createFolder()
  const { lines, stream } = collectLines()
  const database = await createTestDatabase()
  const db = await openDatabase({
    folder: folder.path,
    url: database.url,
    connections: 6,
    log: createLog({ level: 'info', to: stream }),
  })
  await db.migrate([stones], 0)
  return {
    db,
    folder: folder.path,
    url: database.url,
    log: lines,
    readStones: async () =>
      (await stoneTable(db.read).selectFrom('stones').select('name').orderBy('name').execute()).map(({ name }) => name),
    async [Symbol.asyncDispose]() {
      await db.close()
      await database[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
