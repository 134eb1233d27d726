/** By how much the mean of some values lies above that of others, with the interval of Welch (1938) for many values. */
import { z95 } from './normal.ts'
import { mean } from './ranks.ts'

export interface Difference {
  value: number
  /** Bounds of 95 %; the value itself where a group has fewer than two. */
  low: number
  high: number
}

export function meanDifference(some: readonly number[], others: readonly number[]): Difference {
  const value = mean(some) - mean(others)
  const reach = z95 * Math.sqrt(errorOf(some) + errorOf(others))
  return { value, low: value - reach, high: value + reach }
}

/** The variance of the mean. */
function errorOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length
}
