/** Rates of what is counted over stretches of different length, such as words. */
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
