/** The newest export of each person: the job that makes it, and the archive once it is there. */
import { FileId } from '#contract/id'
import { day } from '#std/duration'
import type { Reader, Tx } from '#core/db'
import type { Files, StoredBytes } from '#core/files'
import { ArchiveFormat, type JourneyExport } from '../contract.ts'
import { journeyTables, type ExportRow } from '../schema.ts'

const keptFor = 7 * day

export const findExport = (reader: Reader, owner: string): Promise<ExportRow | undefined> =>
  journeyTables(reader).selectFrom('journey_exports').selectAll().where('owner', '=', owner).executeTakeFirst()

interface Begun {
  owner: string
  job: string
  format: ArchiveFormat
}

/** Notes the job; an earlier archive goes. */
export async function beginExport(tx: Tx, files: Files, { owner, job, format }: Begun) {
  await removeExport(tx, files, owner)
  const row = { owner, job_id: job, file_id: null, format, size: 0, created_at: 0 }
  await journeyTables(tx).insertInto('journey_exports').values(row).execute()
}

/** Names the archive; does nothing when another job was begun meanwhile. */
export async function keepExport(
  tx: Tx,
  files: Files,
  { owner, job, format, bytes, now }: Begun & { bytes: StoredBytes; now: number },
) {
  if ((await findExport(tx, owner))?.job_id !== job) return
  await files.record(tx, bytes, { owner, name: `journey-${format}-${new Date(now).toISOString().slice(0, 10)}.zip` })
  await journeyTables(tx)
    .updateTable('journey_exports')
    .set({ file_id: bytes.id, size: bytes.size, created_at: now })
    .where('owner', '=', owner)
    .execute()
}

export async function removeExport(tx: Tx, files: Files, owner: string) {
  const query = journeyTables(tx).deleteFrom('journey_exports').where('owner', '=', owner).returning('file_id')
  const removed = await query.executeTakeFirst()
  if (removed?.file_id) await files.remove(tx, owner, removed.file_id)
}

export async function pruneExports(tx: Tx, files: Files, now: number) {
  const query = journeyTables(tx).selectFrom('journey_exports').select('owner').where('file_id', 'is not', null)
  const old = await query
    .where('created_at', '<=', now - keptFor)
    .orderBy('owner')
    .execute()
  for (const { owner } of old) await removeExport(tx, files, owner)
}

export function toExport({ file_id, format, size, created_at }: ExportRow): JourneyExport | null {
  if (file_id === null) return null
  const expiresAt = created_at + keptFor
  return { fileId: FileId.parse(file_id), format: ArchiveFormat.parse(format), size, createdAt: created_at, expiresAt }
}
