/**
 * Whether what is counted comes more or less often with time, however long the stretches are in which it is counted: how
 * far excesses over a common rate go with time, against all orders of them. Widened as Mann–Kendall is where
 * neighbours hang together.
 */
import { excessesOf, type Count } from './exposure.ts'
import { wideningOf } from './mann-kendall.ts'
import { bothTails } from './normal.ts'
import { mean } from './ranks.ts'

export interface RateTrend {
  /** Standard normal where nothing changes; above 0 where it rises. */
  z: number
  /** Two-sided. */
  p: number
}

/** `counts` in the order of time. */
export function rateTrend(counts: readonly Count[]): RateTrend {
  const excesses = excessesOf(counts)
  const centre = mean(counts.map(({ time }) => time))
  const score = sumOf(excesses, (excess, i) => excess * ((counts[i]?.time ?? centre) - centre))
  const spread = sumOf(counts, ({ time }) => (time - centre) ** 2) * sumOf(excesses, (excess) => excess ** 2)
  const widening = wideningOf(excesses.map((value, i) => ({ time: counts[i]?.time ?? centre, value })))
  const variance = (spread / (counts.length - 1)) * widening
  const z = variance > 0 ? score / Math.sqrt(variance) : 0
  return { z, p: bothTails(z) }
}

const sumOf = <T>(list: readonly T[], of: (one: T, i: number) => number) =>
  list.reduce((sum, one, i) => sum + of(one, i), 0)
