/** The files of a person with their bytes. Bytes of erased files follow behind the log, as those of removed ones do. */
import type { Reader } from '#core/db'
import type { Events } from '#core/events'
import type { PersonalRecords } from '#core/personal'
import { fileTables, type FileRow } from './schema.ts'
import type { Shelves } from './shelves.ts'

/** What is told of an erased file names no person any more. */
const nobodys = (id: string) =>
  ({ name: 'files.file-removed', topic: 'files', entity: id, owner: '', actor: '' }) as const

export function fileRecords({ events, shelves }: { events: Events; shelves: Shelves }): PersonalRecords {
  return {
    name: 'files',
    async *export(reader, owner) {
      for (const row of await listFiles(reader, owner)) {
        const bytes = await shelves.openWhole(row)
        if (bytes) yield { path: row.name, content: bytes.createReadStream() }
      }
    },
    async erase(tx, owner) {
      const removed = await fileTables(tx).deleteFrom('files').where('owner', '=', owner).returning('id').execute()
      await events.appendAll(
        tx,
        removed.map(({ id }) => nobodys(id)),
      )
    },
  }
}

const listFiles = (reader: Reader, owner: string): Promise<FileRow[]> =>
  fileTables(reader)
    .selectFrom('files')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
