/** Bytes on the local disk: temporary file, flush, rename, flush of the folder. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileId } from '#contract/id'
import { Problem, tooLarge } from '#contract/problem'
import { sniffed, typeOf } from './media-type.ts'

export interface StoredBytes {
  id: FileId
  /** Bytes. */
  size: number
  /** sha256 in hex. */
  hash: string
  /** Media type by content; `text/plain` for what may be text, `application/octet-stream` for the rest. */
  type: string
}

const temporary = '.part'

export type Shelves = ReturnType<typeof createShelves>

export function createShelves(folder: string) {
  const shelfOf = (id: string) => join(folder, id.slice(-2))
  const pathOf = (id: string) => join(shelfOf(id), id)
  return {
    /** What breaks on the way takes its bytes along. */
    async put(id: FileId, stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBytes> {
      await makeShelf(folder, shelfOf(id))
      const path = `${pathOf(id)}${temporary}`
      try {
        const facts = await writeAll(path, stream, maxBytes)
        await rename(path, pathOf(id))
        await flushFolder(shelfOf(id))
        return { id, ...facts }
      } catch (error) {
        for (const left of [path, pathOf(id)]) await rm(left, { force: true })
        throw error
      }
    },
    read: (id: string) => readFile(pathOf(id)),
    open: (id: string) => open(pathOf(id), 'r'),
    /** The open file, for the caller to close. Undefined when it is gone or not of this size. */
    openWhole: ({ id, size }: { id: string; size: number }) => openWhole(pathOf(id), size),
    sizeOf: async (id: string) => (await stat(pathOf(id)).catch(unlessMissing))?.size,
    hashOf: (id: string, signal?: AbortSignal) => hashOf(pathOf(id), signal),
    remove: (id: string) => rm(pathOf(id), { force: true }),
    /** Ids of files last written before `time`; parts of broken uploads are taken away on the way. */
    async olderThan(time: number): Promise<string[]> {
      const ids: string[] = []
      for (const entry of await listFiles(folder)) {
        if ((await writtenAt(entry.path)) >= time) continue
        if (entry.name.endsWith(temporary)) await rm(entry.path, { force: true })
        else ids.push(entry.name)
      }
      return ids
    },
  }
}

async function openWhole(path: string, size: number): Promise<FileHandle | undefined> {
  const file = await open(path, 'r').catch(unlessMissing)
  if (!file || (await file.stat()).size === size) return file
  await file.close()
  return undefined
}

/** sha256 in hex, read from the disk. */
async function hashOf(path: string, signal?: AbortSignal) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { ...(signal && { signal }) })
  return hash.digest('hex')
}

function unlessMissing(error: unknown) {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

/** A new folder is an entry of its parent, which has to be on the disk too. */
async function makeShelf(folder: string, shelf: string) {
  const made = await mkdir(shelf, { recursive: true, mode: 0o700 })
  if (made === undefined) return
  await flushFolder(folder)
  if (made !== shelf) await flushFolder(dirname(folder))
}

async function writeAll(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number) {
  await using file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  const { size, head } = await copy({ file, hash }, stream, maxBytes)
  await file.sync()
  return { size, hash: hash.digest('hex'), type: await typeOf(head) }
}

async function copy(
  { file, hash }: { file: FileHandle; hash: Hash },
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
) {
  let size = 0
  let head = Buffer.alloc(0)
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > maxBytes)
      throw new Problem(tooLarge, `A file may have ${describeSize(maxBytes)} at most. Nothing of it was kept.`)
    if (head.byteLength < sniffed) head = Buffer.concat([head, chunk]).subarray(0, sniffed)
    hash.update(chunk)
    await file.write(chunk)
  }
  return { size, head }
}

const describeSize = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`

async function flushFolder(path: string) {
  await using folder = await open(path, 'r')
  await folder.sync()
}

/** A file that went away while the folder was read is as new as can be. */
async function writtenAt(path: string) {
  const facts = await stat(path).catch(() => undefined)
  return facts?.mtimeMs ?? Infinity
}

async function listFiles(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }))
}
