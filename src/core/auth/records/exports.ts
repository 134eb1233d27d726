/** The newest export of each person: the job that makes it, and the archive once it is there. */
import { FileId } from '#contract/id'
import { day } from '#std/duration'
import type { Reader, Tx } from '#core/db'
import type { Files, StoredBytes } from '#core/files'
import type { Archive } from '../contract.ts'
import { authTables, type ExportRow } from '../schema.ts'

const keptFor = 7 * day

export const findExport = (reader: Reader, person: string): Promise<ExportRow | undefined> =>
  authTables(reader).selectFrom('account_exports').selectAll().where('person', '=', person).executeTakeFirst()

/** Notes the job, and lets an earlier archive go, which would be part of the new one otherwise. */
export async function beginExport(tx: Tx, files: Files, { person, job }: { person: string; job: string }) {
  await removeExport(tx, files, person)
  const row = { person, job, file: null, size: 0, created_at: 0 }
  await authTables(tx).insertInto('account_exports').values(row).execute()
}

/** Names the archive in place of whatever another job made meanwhile. */
export async function keepArchive(
  tx: Tx,
  files: Files,
  { person, job, bytes, now }: { person: string; job: string; bytes: StoredBytes; now: number },
) {
  await removeExport(tx, files, person)
  const name = `cairn-${new Date(now).toISOString().slice(0, 10)}.zip`
  await files.record(tx, bytes, { owner: person, name })
  const row = { person, job, file: bytes.id, size: bytes.size, created_at: now }
  await authTables(tx).insertInto('account_exports').values(row).execute()
}

export async function pruneExports(tx: Tx, files: Files, now: number) {
  const query = authTables(tx).selectFrom('account_exports').select('person').where('file', 'is not', null)
  for (const { person } of await query.where('created_at', '<=', now - keptFor).execute())
    await removeExport(tx, files, person)
}

export function toArchive({ file, size, created_at }: ExportRow): Archive | null {
  if (file === null) return null
  return { fileId: FileId.parse(file), size, createdAt: created_at, expiresAt: created_at + keptFor }
}

async function removeExport(tx: Tx, files: Files, person: string) {
  const query = authTables(tx).deleteFrom('account_exports').where('person', '=', person).returning('file')
  const removed = await query.executeTakeFirst()
  if (removed?.file) await files.remove(tx, person, removed.file)
}
