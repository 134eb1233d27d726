/** Reads a zip archive whole: the names in it and what they hold. */
import { inflateRawSync } from 'node:zlib'

const localHeader = 30
const centralHeader = 46
const centralMark = 0x02014b50
const endMark = 0x06054b50

export function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || archive.readUInt32LE(end) !== endMark) throw new Error('This is no zip archive')
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === centralMark) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const nameEnd = at + centralHeader + (nameLength ?? 0)
    files.set(archive.toString('utf8', at + centralHeader, nameEnd), contentOf(archive, at))
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return files
}

function contentOf(archive: Buffer, central: number) {
  const packed = archive.readUInt32LE(central + 20)
  const local = archive.readUInt32LE(central + 42)
  const start = local + localHeader + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(start, start + packed)
  return archive.readUInt16LE(central + 10) === 0 ? bytes : inflateRawSync(bytes)
}
