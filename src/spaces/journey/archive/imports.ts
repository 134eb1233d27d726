/** The newest import of each person: its job, the file that it reads, and what came of it. */
import type { Reader, Tx } from '#core/db'
import type { Files } from '#core/files'
import { day } from '#std/duration'
import { fromJson, toJson } from '#std/json'
import { ImportResult } from '../contract.ts'
import { journeyTables, type ImportRow } from '../schema.ts'

const keptFor = 7 * day

export const findImport = (reader: Reader, owner: string): Promise<ImportRow | undefined> =>
  journeyTables(reader).selectFrom('journey_imports').selectAll().where('owner', '=', owner).executeTakeFirst()

/** Takes the place of an earlier one, whose file goes. */
export async function beginImport(
  tx: Tx,
  files: Files,
  { owner, job, file, now }: { owner: string; job: string; file: string; now: number },
) {
  await removeImport(tx, files, owner)
  const row = { owner, job_id: job, file_id: file, result: null, created_at: now }
  await journeyTables(tx).insertInto('journey_imports').values(row).execute()
}

/** Keeps what came of it; the file has been read and goes. */
export async function endImport(
  tx: Tx,
  files: Files,
  { owner, job, file, result }: { owner: string; job: string; file: string; result: ImportResult },
) {
  await files.remove(tx, owner, file)
  await journeyTables(tx)
    .updateTable('journey_imports')
    .set({ file_id: null, result: toJson(result) })
    .where('owner', '=', owner)
    .where('job_id', '=', job)
    .execute()
}

export async function removeImport(tx: Tx, files: Files, owner: string) {
  const query = journeyTables(tx).deleteFrom('journey_imports').where('owner', '=', owner).returning('file_id')
  const removed = await query.executeTakeFirst()
  if (removed?.file_id) await files.remove(tx, owner, removed.file_id)
}

export async function pruneImports(tx: Tx, files: Files, now: number) {
  const query = journeyTables(tx)
    .selectFrom('journey_imports')
    .select('owner')
    .where('created_at', '<=', now - keptFor)
  for (const { owner } of await query.orderBy('owner').execute()) await removeImport(tx, files, owner)
}

export const resultOf = ({ result }: ImportRow) => (result === null ? null : fromJson(ImportResult, result))
