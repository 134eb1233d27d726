/**
 * Whether a series stands at another level after some place than before. The test is the largest cumulative sum of
 * ranks less their mean (CUSUM, after Page 1954 and Pettitt 1979) with a permutation p; of rates, whose ranks depend on
 * how long each is counted, of excesses over the common rate. The place is where two levels leave least; its range holds
 * all places that are nearly as good, by the likelihood ratio of Hansen (2000).
 */
import { excessesOf, rateOf, type Count } from './exposure.ts'
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
  const ranks = rank(values)
  const centre = mean(ranks)
  return locate(
    values.map((value) => ({ value, weight: 1 })),
    () => ranks.map((one) => one - centre),
  )
}

/** Levels are rates. */
export const findRateChange = (counts: readonly Count[]): ChangePoint | undefined =>
  locate(
    counts.map((one) => ({ value: rateOf(one), weight: one.exposure })),
    () => excessesOf(counts),
  )

interface Weighted {
  value: number
  weight: number
}

/** `deviations` have the mean 0. */
function locate(values: readonly Weighted[], deviations: () => number[]): ChangePoint | undefined {
  if (values.length < 2 * leastLevel) return undefined
  const losses = lossesOf(values)
  const least = Math.min(...losses.map(({ loss }) => loss))
  const best = losses.find(({ loss }) => loss === least)
  if (!best) return undefined
  const bound = least + (critical95 * least) / values.length
  const near = losses.filter(({ loss }) => loss <= bound).map(({ at }) => at)
  return {
    p: permutationP(deviations(), largestSum),
    at: best.at,
    from: near[0] ?? best.at,
    to: near.at(-1) ?? best.at,
    before: levelOf(values.slice(0, best.at)),
    after: levelOf(values.slice(best.at)),
  }
}

function levelOf(values: readonly Weighted[]): number {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? 0 : values.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole
}

function largestSum(deviations: Float64Array): number {
  let sum = 0
  let largest = 0
  for (const value of deviations) {
    sum += value
    if (Math.abs(sum) > largest) largest = Math.abs(sum)
  }
  return largest
}

/** What is left of the weighted squares when the level may change once, for each place where it may. */
function lossesOf(values: readonly Weighted[]) {
  const [weights, sums] = [values.map(({ weight }) => weight), values.map(({ value, weight }) => value * weight)]
  const [whole, all] = [total(weights), total(sums)]
  const squares = total(values.map(({ value, weight }) => value * value * weight))
  let [weight, sum] = [0, 0]
  return values
    .map((_, at) => {
      const loss = squares - part(sum, weight) - part(all - sum, whole - weight)
      weight += weights[at] ?? 0
      sum += sums[at] ?? 0
      return { at, loss }
    })
    .slice(leastLevel, values.length - leastLevel + 1)
}

const total = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0)

/** What one level explains. */
const part = (sum: number, weight: number) => (weight === 0 ? 0 : (sum * sum) / weight)
