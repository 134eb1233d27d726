/** Zip archives by hand, also such as no honest program writes. */
import { crc32, deflateRawSync } from 'node:zlib'

interface Made {
  path: string
  content: string | Buffer
  /** What the list says of it instead of the truth. */
  claims?: { size?: number; at?: number; flags?: number }
}

export function makeZip(files: readonly Made[]): Buffer<ArrayBuffer> {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { path, content, claims = {} } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(path)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE((claims.flags ?? 0) | 0x800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims.size ?? bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([mark(0x04034b50), facts, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(claims.at ?? at, 10)
    list.push(Buffer.concat([mark(0x02014b50), Buffer.from([20, 3]), facts, rest, name]))
    bodies.push(body)
    at += body.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(Buffer.concat(list).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, ...list, mark(0x06054b50), end])
}

function mark(number: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
