import { expect, test } from 'vitest'
import { endingRunP } from './runs.ts'

/** All orders of `having` among `all`, as the bits of numbers. */
function countEnding(all: number, having: number, run: number) {
  const orders = Array.from({ length: 2 ** all }, (_, bits) => bits.toString(2).padStart(all, '0')).filter(
    (bits) => bits.replaceAll('0', '').length === having,
  )
  return orders.filter((bits) => bits.endsWith('1'.repeat(run))).length / orders.length
}

test.each([
  [8, 4, 3],
  [9, 3, 3],
  [10, 7, 5],
  [12, 6, 1],
])('of all orders of %i sessions of which %i have it, as many end with %i as a count says', (all, having, run) => {
  expect(endingRunP({ all, having, run })).toBeCloseTo(countEnding(all, having, run), 12)
})

test('no run is no surprise, and a run of all that have it is as rare as one order', () => {
  expect(endingRunP({ all: 20, having: 5, run: 0 })).toBe(1)
  expect(endingRunP({ all: 20, having: 5, run: 5 })).toBeCloseTo(1 / 15_504, 12)
})
