/** Rows of files: found by id, by owner, by content. */
import { FileId } from '#contract/id'
import { newestFirst, readPage, toItems, type PageAsked, type Reader } from '#core/db'
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

/** Newest first. */
export async function listMine(reader: Reader, owner: string, asked: PageAsked) {
  const mine = fileTables(reader).selectFrom('files').selectAll().where('owner', '=', owner)
  return toItems(await readPage(mine, newestFirst, asked), toStoredFile)
}

const toStoredFile = ({ id, name, type, size, hash, created_at }: FileRow): StoredFile => ({
  id: FileId.parse(id),
  name,
  type,
  size,
  hash,
  createdAt: created_at,
})
