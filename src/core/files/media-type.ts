/** What kind of content bytes are, told from the bytes themselves. */
import { fileTypeFromBuffer } from 'file-type'

/** Enough of the beginning to tell the type. */
export const sniffed = 4100

/** Media type by content; `text/plain` for what may be text. */
export async function typeOf(bytes: Uint8Array) {
  const head = bytes.subarray(0, sniffed)
  const known = await fileTypeFromBuffer(head)
  if (known) return known.mime
  return head.includes(0) && !isWide(head) ? 'application/octet-stream' : 'text/plain'
}

/** UTF-16 has a zero in most pairs of Latin text, always on the same side. */
function isWide(head: Uint8Array) {
  const pairs = Math.floor(head.length / 2)
  const zeros = [0, 1].map((side) => {
    let count = 0
    for (let i = side; i < pairs * 2; i += 2) if (head[i] === 0) count += 1
    return count
  })
  const [even = 0, odd = 0] = zeros
  return pairs > 0 && Math.abs(even - odd) > Math.min(even, odd) * 3
}
