/**
 * Files: bytes first, row second. A file's bytes are written, flushed and renamed into place before any row names
 * them; a row goes first when a file is removed, and a sweeper takes the bytes later. What a crash leaves behind is
 * bytes without a row, which the sweeper takes too. The type comes from the content, never from the name.
 */
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { FileId } from '#contract/id'
import { assertOutsideWrite, type Db, type Tx } from '#core/db'
import type { Events, FollowingConsumer } from '#core/events'
import type { Log } from '#core/observability'
import { createDisk, typeOf, type StoredBytes } from './disk.ts'
import { fileTables, type FileRow } from './schema.ts'

export type { StoredBytes } from './disk.ts'
export { filesMigrations } from './schema.ts'

export interface Files {
  /** Streams bytes to the disk. They belong to nobody until `record` names them. Refuses (413) more than `maxBytes`. */
  put(stream: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<StoredBytes>
  /** Names stored bytes in the caller's transaction. */
  record(tx: Tx, bytes: StoredBytes, about: { owner: string; name: string }): Promise<void>
  /** Media type by content of bytes that are not stored. */
  typeOf(bytes: Uint8Array): Promise<string>
  open(id: string, range?: { start: number; end: number }): Readable
  read(id: string): Promise<Buffer>
  /** Removes the row; the bytes follow. Does nothing to a file that is somebody else's or gone. */
  remove(tx: Tx, owner: string, id: string): Promise<void>
  /** Takes bytes that no row names and that are older than `olderThan` milliseconds. Answers how many. */
  sweep(olderThan: number): Promise<number>
}

interface Needs {
  db: Db
  events: Events
  folder: string
  log: Log
  now: () => number
  newId: () => string
}

export function createFiles(needs: Needs): Files {
  const { db, events, now, newId } = needs
  const disk = createDisk(needs.folder)
  events.addFollowing(sweeper(db, disk))
  return {
    put(stream, { maxBytes }) {
      assertOutsideWrite('Storing a file')
      return disk.put(FileId.parse(newId()), stream, maxBytes)
    },
    async record(tx, bytes, { owner, name }) {
      await fileTables(tx)
        .insertInto('files')
        .values({ ...bytes, owner, name, created_at: now() })
        .execute()
      await events.append(tx, { ...fileEvent(bytes.id, owner), name: 'files.file-stored' })
    },
    typeOf,
    open: (id, range) => createReadStream(disk.pathOf(id), range),
    read: (id) => disk.read(id),
    async remove(tx, owner, id) {
      const query = fileTables(tx).deleteFrom('files').where('id', '=', id).where('owner', '=', owner)
      if (!(await query.returning('id').executeTakeFirst())) return
      await events.append(tx, { ...fileEvent(id, owner), name: 'files.file-removed' })
    },
    async sweep(olderThan) {
      const candidates = await disk.olderThan(now() - olderThan)
      const orphans: string[] = []
      for (const id of candidates) if (!(await findRow(db, id))) orphans.push(id)
      for (const id of orphans) await disk.remove(id)
      return orphans.length
    },
  }
}

const fileEvent = (id: string, owner: string) => ({ topic: 'files', entity: id, owner, actor: owner })

const findRow = (db: Db, id: string): Promise<FileRow | undefined> =>
  fileTables(db.read).selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()

/** Takes the bytes of removed files, behind the log. */
function sweeper(db: Db, disk: ReturnType<typeof createDisk>): FollowingConsumer {
  return {
    name: 'files.sweeper',
    async handle({ name, entity }) {
      if (name !== 'files.file-removed') return
      if (!(await findRow(db, entity))) await disk.remove(entity)
    },
  }
}
