/** Ids that sort by when they were made: UUIDs of version 7 (RFC 9562), of one millisecond by a counter too. */
import { v7 } from 'uuid'

const size = 16
const drawnAtOnce = 256
/** The counter begins in the lower half of its 32 bits, so that a millisecond never exhausts it. */
const half = 2 ** 31

/** Random bytes are drawn for many ids at once: drawing costs the same for 16 as for 4,096. `now` may step back. */
export function createIds(now: () => number = Date.now): () => string {
  const drawn = new Uint8Array(size * drawnAtOnce)
  const words = new DataView(drawn.buffer)
  let used = drawn.length
  let msecs = 0
  let seq = 0

  return () => {
    if (used === drawn.length) {
      crypto.getRandomValues(drawn)
      used = 0
    }
    const at = used
    used += size
    const time = now()
    if (time > msecs || seq === 2 * half - 1) {
      msecs = Math.max(time, msecs + 1)
      seq = words.getUint32(at) % half
    } else seq += 1
    return v7({ msecs, seq, random: drawn.subarray(at, used) })
  }
}
