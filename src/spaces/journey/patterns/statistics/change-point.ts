/**
 * Whether a series stands at another level after some place than before. The test is the largest cumulative sum of
 * ranks less their mean (CUSUM, after Page 1954 and Pettitt 1979) with a permutation p; the place is where two levels
 * leave least; its range holds all places that are nearly as good, by the likelihood ratio of Hansen (2000).
 */
import { permutationP } from './permutation.ts'
import { mean, rank } from './ranks.ts'

export interface ChangePoint {
  p: number
  /** The first value of the new level. */
  at: number
  /** The range in which it lies 95 times of 100. */
  from: number
  to: number
  before: number
  after: number
}

/** Of the squared distance, in units of the variance (Hansen 2000, table 1). */
const critical95 = 7.35
const leastLevel = 3

export function findChange(values: readonly number[]): ChangePoint | undefined {
  if (values.length < 2 * leastLevel) return undefined
  const losses = lossesOf(values)
  const least = Math.min(...losses.map(({ loss }) => loss))
  const best = losses.find(({ loss }) => loss === least)
  if (!best) return undefined
  const bound = least + (critical95 * least) / values.length
  const near = losses.filter(({ loss }) => loss <= bound).map(({ at }) => at)
  return {
    p: permutationP(rank(values), largestSum),
    at: best.at,
    from: near[0] ?? best.at,
    to: near.at(-1) ?? best.at,
    before: mean(values.slice(0, best.at)),
    after: mean(values.slice(best.at)),
  }
}

function largestSum(ranks: Float64Array): number {
  const centre = (ranks.length + 1) / 2
  let sum = 0
  let largest = 0
  for (const value of ranks) {
    sum += value - centre
    if (Math.abs(sum) > largest) largest = Math.abs(sum)
  }
  return largest
}

/** What is left of the squares when the level may change once, for each place where it may. */
function lossesOf(values: readonly number[]) {
  const n = values.length
  const whole = values.reduce((sum, value) => sum + value, 0)
  const squares = values.reduce((sum, value) => sum + value * value, 0)
  let before = 0
  return values
    .map((value, i) => {
      const at = i
      const sum = before
      before += value
      return { at, loss: squares - (sum * sum) / at - (whole - sum) ** 2 / (n - at) }
    })
    .slice(leastLevel, n - leastLevel + 1)
}
