/**
 * Mann–Kendall: whether values rise or fall with time (Mann 1945; Kendall 1975, with ties among values and among times).
 * Values that hang together from one to the next make chance trends likelier; the variance is then widened after Hamed
 * & Rao (1998), with the lags that are clearly above chance in a row from the first, and never narrowed.
 */
import type { Moment } from './moments.ts'
import { bothTails, z95 } from './normal.ts'
import { mean, rank, tieSizes } from './ranks.ts'
import { theilSen } from './theil-sen.ts'

export interface TrendTest {
  /** Concordant less discordant pairs. */
  s: number
  variance: number
  /** Two-sided, by the widened variance. */
  p: number
  /** By how much the variance was widened; 1 for values that do not hang together. */
  widening: number
}

/** `moments` in the order of time. */
export function mannKendall(moments: readonly Moment[]): TrendTest {
  const s = scoreOf(moments)
  const widening = wideningOf(moments)
  const variance = varianceOf(moments) * widening
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
  return { s, variance, p: bothTails(z), widening }
}

/** With a Fenwick tree over the levels of the values, so that ten thousand sessions take no more than a blink. */
function scoreOf(moments: readonly Moment[]): number {
  const levels = levelsOf(moments.map(({ value }) => value))
  const tree = createCounts(moments.length)
  let score = 0
  for (let start = 0; start < moments.length;) {
    let end = start + 1
    while (moments[end]?.time === moments[start]?.time) end += 1
    const together = levels.subarray(start, end)
    for (const level of together) score += tree.upTo(level - 1) - (tree.total() - tree.upTo(level))
    together.forEach(tree.add)
    start = end
  }
  return score
}

/** From 1; equal values stand on one level. */
function levelsOf(values: readonly number[]): Uint32Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const levels = new Uint32Array(values.length)
  let level = 0
  order.forEach((place, i) => {
    if (i === 0 || values[place] !== values[order[i - 1] ?? 0]) level += 1
    levels[place] = level
  })
  return levels
}

function createCounts(size: number) {
  const counts = new Uint32Array(size + 1)
  let total = 0
  return {
    total: () => total,
    add(place: number) {
      total += 1
      for (let i = place; i <= size; i += i & -i) counts[i] = (counts[i] ?? 0) + 1
    },
    upTo(place: number) {
      let sum = 0
      for (let i = place; i > 0; i -= i & -i) sum += counts[i] ?? 0
      return sum
    },
  }
}

/** Kendall's variance of the score with ties on both sides. */
function varianceOf(moments: readonly Moment[]): number {
  const n = moments.length
  if (n < 3) return 0
  const [times, values] = [tieSizes(moments.map(({ time }) => time)), tieSizes(moments.map(({ value }) => value))]
  const main = n * (n - 1) * (2 * n + 5) - sum(times, fives) - sum(values, fives)
  const pairs = (sum(times, twos) * sum(values, twos)) / (2 * n * (n - 1))
  const triples = (sum(times, threes) * sum(values, threes)) / (9 * n * (n - 1) * (n - 2))
  return main / 18 + pairs + triples
}

const fives = (t: number) => t * (t - 1) * (2 * t + 5)
const twos = (t: number) => t * (t - 1)
const threes = (t: number) => t * (t - 1) * (t - 2)
const sum = (sizes: readonly number[], of: (size: number) => number) => sizes.reduce((all, size) => all + of(size), 0)

/**
 * By how much values that hang together widen the variance of a trend, at least 1. The autocorrelation is that of the
 * ranks of what the trend leaves.
 */
export function wideningOf(moments: readonly Moment[]): number {
  const n = moments.length
  if (n < 10) return 1
  const { slope } = theilSen(moments)
  const ranks = rank(moments.map(({ time, value }) => value - slope * time))
  const centre = mean(ranks)
  const spread = ranks.reduce((all, value) => all + (value - centre) ** 2, 0)
  if (spread === 0) return 1
  let widening = 1
  for (let lag = 1; lag < n / 2; lag += 1) {
    const products = ranks.slice(lag).reduce((all, value, i) => all + (value - centre) * ((ranks[i] ?? 0) - centre), 0)
    const correlation = products / spread
    if (correlation <= z95 / Math.sqrt(n)) break
    widening += (2 * (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation) / (n * (n - 1) * (n - 2))
  }
  return widening
}
