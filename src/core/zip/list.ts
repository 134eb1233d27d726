/** The list at the end of a zip archive (APPNOTE 6.3.10, section 4.3.12): what is in it, and where. */
import type { FileHandle } from 'node:fs/promises'
import { refuse } from './refusal.ts'

export interface Listed {
  path: string
  /** Bytes, unpacked. */
  size: number
  packed: number
  isDeflated: boolean
  /** CRC-32. */
  sum: number
  /** Where its local header begins. */
  at: number
}

const endRecord = 22
const endMark = 0x06054b50
const longestComment = 65_535
const centralHeader = 46
const centralMark = 0x02014b50
const largestList = 32 * 1024 * 1024
const beyondZip32 = 0xffff_ffff
const noArchive = 'This is no zip archive, or its end is missing. Send the whole file again.'

export async function readList(file: FileHandle): Promise<Listed[]> {
  const { size } = await file.stat()
  const { count, bytes, at } = await findEnd(file, size)
  if (bytes > largestList || at + bytes > size) refuse(noArchive)
  const list = await readAt(file, at, bytes)
  const entries: Listed[] = []
  let offset = 0
  for (let number = 0; number < count; number += 1) {
    if (offset + centralHeader > list.length || list.readUInt32LE(offset) !== centralMark) refuse(noArchive)
    const { entry, next } = readEntry(list, offset)
    if (!entry.path.endsWith('/')) entries.push(entry)
    offset = next
  }
  assertApart(entries, size)
  return entries
}

async function findEnd(file: FileHandle, size: number) {
  const start = Math.max(0, size - endRecord - longestComment)
  const tail = await readAt(file, start, size - start)
  for (let at = tail.length - endRecord; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endMark || at + endRecord + tail.readUInt16LE(at + 20) !== tail.length) continue
    const found = {
      count: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      at: tail.readUInt32LE(at + 16),
    }
    if (found.at === beyondZip32) refuse('This archive is larger than Cairn reads.')
    return found
  }
  return refuse(noArchive)
}

async function readAt(file: FileHandle, at: number, length: number) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

function readEntry(list: Buffer, at: number): { entry: Listed; next: number } {
  const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset))
  const nameEnd = at + centralHeader + nameLength
  const path = pathOf(list.subarray(at + centralHeader, nameEnd))
  const method = list.readUInt16LE(at + 10)
  if ((list.readUInt16LE(at + 8) & 1) === 1) refuse('This archive is locked with a password. Unlock it first.')
  if (method !== 0 && method !== 8) refuse(`“${path.slice(-100)}” is packed in a way that Cairn does not read.`)
  const entry = {
    path,
    size: list.readUInt32LE(at + 24),
    packed: list.readUInt32LE(at + 20),
    isDeflated: method === 8,
    sum: list.readUInt32LE(at + 16),
    at: list.readUInt32LE(at + 42),
  }
  return { entry, next: nameEnd + extra + comment }
}

/** Nothing is ever written under these names, but who sends such a name means harm. */
function pathOf(name: Buffer) {
  const path = name.toString('utf8')
  const leadsOut = path.split('/').some((part) => part === '..' || part === '.')
  if (path === '' || leadsOut || /^[/~]|^[a-z]:|[\\\p{Cc}]/iu.test(path)) {
    refuse('A file in this archive has a name that leads out of it. Nothing was read.')
  }
  return path
}

/** Entries that share bytes, or that are there twice, are the making of a bomb. */
function assertApart(entries: readonly Listed[], size: number) {
  if (new Set(entries.map(({ path }) => path)).size < entries.length) refuse('Two files in this archive have one name.')
  let end = 0
  for (const { at, packed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (at < end || at + packed > size) refuse('Files in this archive lie over each other. Nothing was read.')
    end = at + packed
  }
}
