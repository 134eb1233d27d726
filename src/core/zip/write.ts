/** Zip archives, written as they are read: nothing is held whole. */
import { addAbortSignal, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Entry } from '#core/personal'

interface Making {
  /** When the archive is made, in milliseconds: what each of its entries tells. */
  at: number
  signal: AbortSignal
}

/** The bytes of a zip archive of all entries. The same entries at the same time give the same bytes. */
export function zipOf(entries: AsyncIterable<Entry>, { at, signal }: Making): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const bytes = Readable.from(zip.outputStream)
  const fail = (error: unknown) => void bytes.destroy(error instanceof Error ? error : new Error(String(error)))
  const left = new AbortController()
  bytes.once('close', () => left.abort())
  zip.on('error', fail)
  void addAll(zip, entries, { at, signal: AbortSignal.any([signal, left.signal]) }).catch(fail)
  return bytes
}

/** One entry after the other: an entry is asked for once the one before it has been read to its end. */
async function addAll(zip: ZipFile, entries: AsyncIterable<Entry>, making: Making) {
  const taken = new Set<string>()
  for await (const { path, content } of entries) {
    making.signal.throwIfAborted()
    await add(zip, { path: freeName(taken, path), content }, making)
  }
  zip.end()
}

async function add(zip: ZipFile, { path, content }: Entry, { at, signal }: Making) {
  const stream = Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content)
  addAbortSignal(signal, stream)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  stream.once('end', resolve).once('error', reject)
  zip.addReadStream(stream, path, { mtime: new Date(at) })
  await promise
}

/** A name as every system takes it, and no two the same. */
function freeName(taken: Set<string>, path: string) {
  const plain = path
    .split('/')
    .map(
      (part) =>
        part
          .replace(/[\\:*?"<>|\p{Cc}]/gu, '_')
          .replace(/^\.+$|[. ]+$/g, '_')
          .slice(0, 120) || '_',
    )
    .join('/')
  let name = plain
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = plain.replace(/(\.\w+)?$/, `-${copy}$1`)
  taken.add(name.toLowerCase())
  return name
}
