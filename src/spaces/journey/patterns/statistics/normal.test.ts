import { expect, test } from 'vitest'
import { bothTails, upperTail, z95 } from './normal.ts'

/** From tables of the normal distribution. */
test.each([
  [0, 0.5],
  [1, 0.15865525],
  [2, 0.02275013],
  [3, 0.001349898],
  [5, 2.8665157e-7],
])('above %f lies a share of %f', (z, share) => {
  expect(upperTail(z) / share).toBeCloseTo(1, 6)
  expect(upperTail(-z)).toBeCloseTo(1 - share, 6)
})

test('on both sides of the bounds of 95 % lie 5 %', () => {
  expect(bothTails(z95)).toBeCloseTo(0.05, 7)
  expect(bothTails(-z95)).toBe(bothTails(z95))
  expect(bothTails(0)).toBeCloseTo(1, 6)
})
