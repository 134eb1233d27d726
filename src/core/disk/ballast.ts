/** A file that takes up room so that it can be given back: on a full disk even a deletion has nowhere to be written. */
import { randomBytes } from 'node:crypto'
import { appendFile, rm, stat, truncate } from 'node:fs/promises'

const largestPart = 1024 * 1024

export function createBallast(path: string) {
  const size = async () => (await stat(path).catch(() => undefined))?.size ?? 0
  return {
    size,
    /** Comes one part closer to `wanted` bytes. Answers whether there is more to do. */
    async adjust(wanted: number): Promise<boolean> {
      const lacking = wanted - (await size())
      // Random, because a file system that compresses would keep zeros for nothing.
      if (lacking > 0) await appendFile(path, randomBytes(Math.min(lacking, largestPart)), { mode: 0o600 })
      if (lacking < 0) await truncate(path, wanted)
      return lacking > largestPart
    },
    release: () => rm(path, { force: true }),
  }
}
