/** Reads a zip archive from an open file: first its list, checked as a whole, then one entry after the other. */
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { Problem } from '#contract/problem'
import { readList, type Listed } from './list.ts'
import { refuse, zipUnreadable } from './refusal.ts'

export interface ZipLimits {
  entries: number
  /** Bytes of one entry, unpacked. */
  entryBytes: number
  /** Bytes of all entries together, unpacked. */
  bytes: number
}

export interface ZipEntry {
  /** Parts joined with `/`; never leads out of the archive. */
  path: string
  /** Bytes, unpacked. */
  size: number
  /** The unpacked bytes. Fails where they are not what the list says. */
  bytes(): AsyncIterable<Uint8Array>
  read(): Promise<Buffer>
}

/** The file must stay open while entries are read. Refuses (422) what is no archive, and what is beyond the limits. */
export async function openZip(file: FileHandle, limits: ZipLimits): Promise<ZipEntry[]> {
  const listed = await readList(file)
  assertWithin(listed, limits)
  return listed.map((entry) => ({
    path: entry.path,
    size: entry.size,
    bytes: () => unpack(file, entry),
    read: () => collect(unpack(file, entry)),
  }))
}

async function collect(bytes: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function assertWithin(listed: readonly Listed[], { entries, entryBytes, bytes }: ZipLimits) {
  if (listed.length > entries) refuse(`This archive has ${listed.length} files. Cairn takes ${entries} at most.`)
  const large = listed.find(({ size }) => size > entryBytes)
  if (large) refuse(`“${nameOf(large)}” in this archive would unpack to more than Cairn takes of one file.`)
  const total = listed.reduce((sum, { size }) => sum + size, 0)
  if (total > bytes) refuse('This archive would unpack to more than Cairn takes.')
}

const nameOf = ({ path }: Listed) => path.slice(-100)

const localHeader = 30
const localMark = 0x04034b50

/** Stops as soon as more comes out than the list promised. */
async function* unpack(file: FileHandle, entry: Listed): AsyncGenerator<Uint8Array> {
  let size = 0
  let sum = 0
  for await (const chunk of await openContent(file, entry)) {
    size += chunk.byteLength
    if (size > entry.size) break
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (size !== entry.size || sum !== entry.sum) refuse(`“${nameOf(entry)}” in this archive is damaged.`)
}

async function openContent(file: FileHandle, entry: Listed): Promise<AsyncIterable<Uint8Array>> {
  const header = Buffer.alloc(localHeader)
  const { bytesRead } = await file.read(header, 0, localHeader, entry.at)
  if (bytesRead < localHeader || header.readUInt32LE(0) !== localMark)
    refuse(`“${nameOf(entry)}” is not where it should be.`)
  const start = entry.at + localHeader + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.packed === 0) return emptyBytes()
  const packed = readPart(file, start, entry.packed)
  if (!entry.isDeflated) return packed
  const inflate = createInflateRaw()
  // The reader of the inflated bytes meets the fault, too.
  pipeline(packed, inflate, () => {})
  return asRefusals(inflate, entry)
}

const chunkBytes = 2 ** 16

/** A stream of a handle leaves a listener on it, and an archive has many parts. */
async function* readPart(file: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  const end = start + length
  for (let at = start; at < end;) {
    const chunk = Buffer.alloc(Math.min(chunkBytes, end - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) return
    yield chunk.subarray(0, bytesRead)
    at += bytesRead
  }
}

async function* emptyBytes(): AsyncGenerator<Uint8Array> {}

async function* asRefusals(inflated: AsyncIterable<Buffer>, entry: Listed): AsyncGenerator<Uint8Array> {
  try {
    yield* inflated
  } catch (cause) {
    throw Object.assign(new Problem(zipUnreadable, `“${nameOf(entry)}” in this archive is damaged.`), { cause })
  }
}
