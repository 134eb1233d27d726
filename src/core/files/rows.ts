/** Rows of files: found by id, by owner, by content. */
import { z } from 'zod'
import { FileId } from '#contract/id'
import { cursorOf, keyOf, type Reader } from '#core/db'
import type { StoredFile } from './contract.ts'
import { fileTables, type FileRow } from './schema.ts'

export const findRow = (reader: Reader, id: string): Promise<FileRow | undefined> =>
  fileTables(reader).selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()

export async function findMine(reader: Reader, { owner, id }: { owner: string; id: string }) {
  if (!FileId.safeParse(id).success) return undefined
  const row = await findRow(reader, id)
  return row?.owner === owner ? toStoredFile(row) : undefined
}

/** The oldest file of this owner with this content. */
export async function findTwin(reader: Reader, { owner, hash }: { owner: string; hash: string }) {
  const query = fileTables(reader).selectFrom('files').selectAll().where('owner', '=', owner).where('hash', '=', hash)
  const row = await query.orderBy('created_at').orderBy('id').executeTakeFirst()
  return row && toStoredFile(row)
}

const Key = z.tuple([z.int(), z.string()])

interface Page {
  cursor?: string | undefined
  limit: number
}

/** Newest first. */
export async function listMine(reader: Reader, owner: string, { cursor, limit }: Page) {
  let query = fileTables(reader).selectFrom('files').selectAll().where('owner', '=', owner)
  if (cursor) {
    const [at, id] = keyOf(Key, cursor)
    query = query.where((row) => row.or([row('created_at', '<', at), row('created_at', '=', at).and('id', '<', id)]))
  }
  const newestFirst = query.orderBy('created_at', 'desc').orderBy('id', 'desc')
  const rows = await newestFirst.limit(limit + 1).execute()
  const items = rows.slice(0, limit).map(toStoredFile)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf([last.createdAt, last.id]) : null }
}

const toStoredFile = ({ id, name, type, size, hash, created_at }: FileRow): StoredFile => ({
  id: FileId.parse(id),
  name,
  type,
  size,
  hash,
  createdAt: created_at,
})
