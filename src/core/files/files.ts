/**
 * Files: bytes first, row second. A file's bytes are written, flushed and renamed into place before any row names
 * them; a row goes first when a file is removed, and a sweeper takes the bytes later. What a crash leaves behind is
 * bytes without a row, which the sweeper takes too. The type comes from the content, never from the name. Bytes leave
 * by signed links only, in a form that cannot act in a browser.
 */
import type { FileHandle } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { FileId } from '#contract/id'
import { assertOutsideWrite, type Db, type Tx } from '#core/db'
import type { Disk } from '#core/disk'
import type { Events, FollowingConsumer } from '#core/events'
import type { Log } from '#core/observability'
import type { PersonalRecords } from '#core/personal'
import { checkFiles, type CheckOptions, type FaultyFile } from './check.ts'
import type { StoredFile } from './contract.ts'
import { filesHandlers } from './handlers.ts'
import { typeOf } from './media-type.ts'
import { fileRecords } from './personal.ts'
import { findRow, findTwin } from './rows.ts'
import { fileTables } from './schema.ts'
import { mountLinks } from './serving.ts'
import { createShelves, type Shelves, type StoredBytes } from './shelves.ts'

export type { StoredBytes } from './shelves.ts'
export { filesMigrations } from './schema.ts'

export interface Files {
  /**
   * Streams bytes to the disk. They belong to nobody until `record` names them. Refuses (413) more than `maxBytes`, and
   * (507) what there is no room for.
   */
  put(stream: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<StoredBytes>
  /** Takes back what `put` stored and no row came to name, as when the write after it was refused. Never throws. */
  discard(bytes: Pick<StoredBytes, 'id'>): Promise<void>
  /** Names stored bytes in the caller's transaction. */
  record(tx: Tx, bytes: StoredBytes, about: { owner: string; name: string }): Promise<void>
  /** Media type by content of bytes that are not stored. */
  typeOf(bytes: Uint8Array): Promise<string>
  read(id: string): Promise<Buffer>
  /** The file for reading parts of it, for the caller to close. Throws where its bytes are gone. */
  open(id: string): Promise<FileHandle>
  /** The oldest file of the owner with this sha256. */
  findByHash(owner: string, hash: string): Promise<StoredFile | undefined>
  /** Removes the row; the bytes follow. Does nothing to a file that is somebody else's or gone. */
  remove(tx: Tx, owner: string, id: string): Promise<void>
  /** Takes bytes that no row names and that are older than `olderThan` milliseconds. Answers how many. */
  sweep(olderThan: number): Promise<number>
  /** Looks for rows whose bytes are missing or not what they were. */
  check(options: CheckOptions): Promise<{ checked: number; faulty: FaultyFile[] }>
  records: PersonalRecords
  handlers: ReturnType<typeof filesHandlers>
  /** Serves signed links, outside of the api. */
  mountLinks(app: FastifyInstance): void
}

interface Needs {
  db: Db
  disk: Pick<Disk, 'admit'>
  events: Events
  folder: string
  /** Key of the signatures of links, in hex. */
  linkKey: string
  log: Log
  now: () => number
  newId: () => string
}

export function createFiles(needs: Needs): Files {
  const { db, disk, events, now, newId } = needs
  const shelves = createShelves(needs.folder)
  const context = { ...needs, shelves }
  events.addFollowing(sweeper(context))
  return {
    put(stream, { maxBytes }) {
      assertOutsideWrite('Storing a file')
      return shelves.put(FileId.parse(newId()), whileRoom(disk, stream), maxBytes)
    },
    discard: (bytes) => discard(context, bytes),
    async record(tx, bytes, { owner, name }) {
      await fileTables(tx)
        .insertInto('files')
        .values({ ...bytes, owner, name, created_at: now() })
        .execute()
      await events.append(tx, { ...fileEvent(bytes.id, owner), name: 'files.file-stored' })
    },
    typeOf,
    read: (id) => shelves.read(id),
    open: (id) => shelves.open(id),
    findByHash: (owner, hash) => findTwin(db.read, { owner, hash }),
    async remove(tx, owner, id) {
      const query = fileTables(tx).deleteFrom('files').where('id', '=', id).where('owner', '=', owner)
      if (!(await query.returning('id').executeTakeFirst())) return
      await events.append(tx, { ...fileEvent(id, owner), name: 'files.file-removed' })
    },
    async sweep(olderThan) {
      let swept = 0
      for (const id of await shelves.olderThan(now() - olderThan)) swept += (await removeUnnamed(context, id)) ? 1 : 0
      return swept
    },
    check: (options) => checkFiles(context, options),
    records: fileRecords(context),
    handlers: filesHandlers(context),
    mountLinks: (app) => mountLinks(app, context),
  }
}

const fileEvent = (id: string, owner: string) => ({ topic: 'files', entity: id, owner, actor: owner })

/** Whatever an upload was let in for may be gone before its end, so it asks as it goes. */
async function* whileRoom(disk: Pick<Disk, 'admit'>, stream: AsyncIterable<Uint8Array>) {
  for await (const chunk of stream) {
    await disk.admit()
    yield chunk
  }
}

interface Shelved {
  db: Db
  shelves: Shelves
  log: Log
}

/** Answers whether there was no row, and the bytes are gone therefore. */
async function removeUnnamed({ db, shelves }: Shelved, id: string) {
  if (await findRow(db.read, id)) return false
  await shelves.remove(id)
  return true
}

/** The refusal that led here matters more than these bytes: what stays is swept within a day or two. */
async function discard(shelved: Shelved, { id }: Pick<StoredBytes, 'id'>) {
  await removeUnnamed(shelved, id).catch((error: unknown) => {
    shelved.log.warn({ err: error, file: id }, 'bytes of a refused upload could not be taken back yet')
  })
}

/** Takes the bytes of removed files, behind the log. */
function sweeper(shelved: Shelved): FollowingConsumer {
  return {
    name: 'files.sweeper',
    async handle({ name, entity }) {
      if (name === 'files.file-removed') await removeUnnamed(shelved, entity)
    },
  }
}
