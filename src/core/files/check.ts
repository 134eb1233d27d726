/** Compares the rows of files with their bytes. What has a row and no whole bytes can only be reported. */
import type { Reader } from '#core/db'
import { findRow } from './rows.ts'
import { fileTables, type FileRow } from './schema.ts'
import type { Shelves } from './shelves.ts'

export interface FaultyFile {
  id: string
  owner: string
  name: string
  fault: 'missing' | 'wrong-size' | 'wrong-content'
}

export interface CheckOptions {
  /** `sizes` takes a moment; `content` reads every byte and compares the hash. */
  depth: 'sizes' | 'content'
  signal?: AbortSignal
}

const pageSize = 500

/** Answers how many files were looked at, and the faulty ones. */
export async function checkFiles({ db, shelves }: { db: { read: Reader }; shelves: Shelves }, options: CheckOptions) {
  const faulty: FaultyFile[] = []
  let checked = 0
  for await (const row of eachRow(db.read)) {
    options.signal?.throwIfAborted()
    const fault = await findFault(shelves, row, options)
    checked += 1
    // It may have been removed while the list was read.
    if (fault && (await findRow(db.read, row.id))) faulty.push({ id: row.id, owner: row.owner, name: row.name, fault })
  }
  return { checked, faulty }
}

async function findFault(shelves: Shelves, row: FileRow, { depth, signal }: CheckOptions) {
  const size = await shelves.sizeOf(row.id)
  if (size === undefined) return 'missing'
  if (size !== row.size) return 'wrong-size'
  if (depth === 'content' && (await shelves.hashOf(row.id, signal)) !== row.hash) return 'wrong-content'
  return undefined
}

async function* eachRow(reader: Reader): AsyncGenerator<FileRow> {
  let after = ''
  for (;;) {
    const query = fileTables(reader).selectFrom('files').selectAll().where('id', '>', after)
    const rows = await query.orderBy('id').limit(pageSize).execute()
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
