import { expect, test } from 'vitest'
import { meanDifference } from './mean-difference.ts'
import { z95 } from './normal.ts'

test('the interval is as wide as both means are unsure', () => {
  // Variances 1 and 4 of 3 and 2 values: errors 1 ⁄ 3 and 2.
  const { value, low, high } = meanDifference([3, 4, 5], [0, Math.sqrt(8)])
  expect(value).toBeCloseTo(4 - Math.sqrt(2), 12)
  expect(high - low).toBeCloseTo(2 * z95 * Math.sqrt(1 / 3 + 2), 12)
  expect((low + high) / 2).toBeCloseTo(value, 12)
})

test('of single values there is no interval', () => {
  expect(meanDifference([2], [1])).toEqual({ value: 1, low: 1, high: 1 })
})
