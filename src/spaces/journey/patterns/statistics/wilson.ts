/** The share of `hits` among `n` with the interval of Wilson (1927), which keeps to 0 … 1 however few there are. */
import { z95 } from './normal.ts'

export interface Share {
  share: number
  low: number
  high: number
}

export function wilson(hits: number, n: number): Share {
  if (n === 0) return { share: 0, low: 0, high: 1 }
  const share = hits / n
  const z2 = z95 * z95
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
