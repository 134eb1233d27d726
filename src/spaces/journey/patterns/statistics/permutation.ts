/**
 * The chance of a statistic as large as the one seen when the order of the values means nothing. Shuffles until twenty
 * were as large, or until `most`: what is plainly nothing is known early (Besag & Clifford 1991, whose p this is).
 */
import { chanceOf } from './chance.ts'

const enough = 20
const most = 1999

export function permutationP(values: readonly number[], statistic: (values: Float64Array) => number): number {
  const shuffled = Float64Array.from(values)
  const seen = statistic(shuffled)
  const chance = chanceOf(shuffled)
  // Sums in another order differ in their last digits.
  const least = seen - 1e-9 * Math.abs(seen)
  let asLarge = 0
  for (let tries = 1; tries <= most; tries += 1) {
    chance.shuffle(shuffled)
    if (statistic(shuffled) >= least) asLarge += 1
    if (asLarge === enough) return enough / tries
  }
  return (asLarge + 1) / (most + 1)
}
