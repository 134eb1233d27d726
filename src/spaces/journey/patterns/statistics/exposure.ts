/** Rates of what is counted over stretches of different length, such as words or sentences. */
import type { Moment } from './moments.ts'

export interface Count {
  time: number
  count: number
  /** What it was counted in: words, hours. */
  exposure: number
}

/**
 * Neighbours in time are gathered into at most `most` stretches of about equal exposure, each with its rate at its mean
 * time. Rates of single counts would not do: of something rare a short stretch has none or very much, so that ranks of
 * rates rise or fall with the length of stretches alone.
 */
export function ratesOf(counts: readonly Count[], most: number): Moment[] {
  const whole = counts.reduce((sum, { exposure }) => sum + exposure, 0)
  let before = 0
  const placed = counts.map((one) => {
    const middle = (before + one.exposure / 2) / whole
    before += one.exposure
    return { one, stretch: Math.floor(middle * most) }
  })
  const stretches = Map.groupBy(
    placed.filter(({ one }) => one.exposure > 0),
    ({ stretch }) => stretch,
  )
  return [...stretches.values()].map((list) => {
    const total = (of: (count: Count) => number) => list.reduce((sum, { one }) => sum + of(one), 0)
    const exposure = total((one) => one.exposure)
    return {
      time: total(({ time, exposure: part }) => time * part) / exposure,
      value: total(({ count }) => count) / exposure,
    }
  })
}

/** The rate of each; 0 where there is no exposure. */
export const rateOf = ({ count, exposure }: Count) => (exposure === 0 ? 0 : count / exposure)

/**
 * What each has beyond its part at one common rate, over the root of its exposure; the sum is 0. Where the rate never
 * changes, the mean of each is 0 and its spread about the same however long it is, which is not so of rates: of short
 * stretches most have none, so that ranks of rates rise where stretches grow.
 */
export function excessesOf(counts: readonly Pick<Count, 'count' | 'exposure'>[]): number[] {
  const roots = counts.map(({ exposure }) => Math.sqrt(exposure))
  const whole = roots.reduce((sum, root) => sum + root, 0)
  const scaled = counts.map(({ count }, i) => (roots[i] ? count / roots[i] : 0))
  const rate = whole === 0 ? 0 : scaled.reduce((sum, value) => sum + value, 0) / whole
  return scaled.map((value, i) => value - rate * (roots[i] ?? 0))
}
