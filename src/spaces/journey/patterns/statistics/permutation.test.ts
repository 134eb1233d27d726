import { expect, test } from 'vitest'
import { permutationP } from './permutation.ts'
import { wilson } from './wilson.ts'

const firstThree = (values: Float64Array) => (values[0] ?? 0) + (values[1] ?? 0) + (values[2] ?? 0)

test('the largest of all orders is about as rare as a count says', () => {
  // The three largest of nine stand first in 1 of C(9, 3) = 84 orders.
  const p = permutationP([9, 8, 7, 1, 2, 3, 4, 5, 6], firstThree)
  const { low, high } = wilson(Math.round((2000 * 1) / 84), 2000)
  expect(p).toBeGreaterThan(low)
  expect(p).toBeLessThan(high)
})

test('what every order reaches is no surprise, and known after twenty', () => {
  let asked = 0
  const all = (values: Float64Array) => {
    asked += 1
    return values.reduce((sum, value) => sum + value, 0)
  }
  expect(permutationP([0.1, 0.2, 0.3, 0.4], all)).toBe(1)
  expect(asked).toBe(21)
})

test('what no order reaches has the least p that so many shuffles allow', () => {
  const values = Array.from({ length: 40 }, (_, i) => i)
  const sorted = (list: Float64Array) => list.reduce((sum, value, i) => sum + value * i, 0)
  expect(permutationP(values, sorted)).toBe(1 / 2000)
})

test('the same values are shuffled alike each time', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6]
  expect(permutationP(values, firstThree)).toBe(permutationP(values, firstThree))
})
