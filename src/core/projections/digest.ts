/** A projection in 64 characters: two that hold the same have the same digest, whatever numbers their rows have. */
import { createHash } from 'node:crypto'
import type { Reader } from '#core/db'
import { withPauses } from './pages.ts'
import type { Projection } from './projection.ts'

/** sha256 in hex over what is held, thing by thing in order. */
export const digestHeld = (projection: Projection, reader: Reader, signal: AbortSignal) =>
  digest(withPauses(projection.kept(reader), signal), (key) => projection.read(reader, key))

/** The same over what should be held, derived anew. */
export const digestDerived = (projection: Projection, reader: Reader, signal: AbortSignal) =>
  digest(withPauses(projection.things(reader, ''), signal), (key) => projection.derive(reader, key))

async function digest(keys: AsyncIterable<string>, rowOf: (key: string) => Promise<unknown>) {
  const hash = createHash('sha256')
  for await (const key of keys) {
    const row = await rowOf(key)
    if (row !== undefined) hash.update(`${JSON.stringify([key, row])}\n`)
  }
  return hash.digest('hex')
}
