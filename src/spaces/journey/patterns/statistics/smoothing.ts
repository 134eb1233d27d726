/**
 * A forecast that was tried on the past: simple exponential smoothing (Brown 1956), whose memory is the one that would
 * have foretold best, with the interval of the errors it would have made, each made without knowing what came after.
 */
import { z95 } from './normal.ts'

export interface Forecast {
  value: number
  low: number
  high: number
  /** Root of the mean squared error of the tries on the past, and of a forecast that always says the mean so far. */
  error: number
  errorOfMean: number
  tries: number
}

/** 0 stands for the mean of all that came before. */
const memories = [0, 0.1, 0.2, 0.3, 0.5]
const leastBefore = 3

/** Needs at least eight values; undefined for fewer. */
export function forecastNext(values: readonly number[]): Forecast | undefined {
  if (values.length < leastBefore + 5) return undefined
  const candidates = memories.map((memory) => ({ memory, error: errorOf(values, memory) }))
  const best = candidates.reduce((kept, next) => (next.error < kept.error ? next : kept))
  const value = smooth(values, best.memory)
  const tries = values.length - leastBefore
  const reach = studentLike(tries) * best.error * Math.sqrt(1 + 1 / values.length)
  const errorOfMean = errorOf(values, 0)
  return { value, low: value - reach, high: value + reach, error: best.error, errorOfMean, tries }
}

function smooth(values: readonly number[], memory: number): number {
  return values.reduce(
    (level, value, i) => level + (memory === 0 ? 1 / (i + 1) : i === 0 ? 1 : memory) * (value - level),
    0,
  )
}

function errorOf(values: readonly number[], memory: number): number {
  const errors = values.slice(leastBefore).map((value, i) => value - smooth(values.slice(0, leastBefore + i), memory))
  return Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
}

/** 97.5 % of Student's t with `freedom` degrees, by the expansion of Cornish & Fisher (Abramowitz & Stegun 26.7.5). */
function studentLike(freedom: number): number {
  const g1 = (z95 ** 3 + z95) / 4
  const g2 = (5 * z95 ** 5 + 16 * z95 ** 3 + 3 * z95) / 96
  const g3 = (3 * z95 ** 7 + 19 * z95 ** 5 + 17 * z95 ** 3 - 15 * z95) / 384
  return z95 + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3
}
