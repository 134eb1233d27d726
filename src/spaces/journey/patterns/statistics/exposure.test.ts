import { expect, test } from 'vitest'
import { excessesOf, ratesOf } from './exposure.ts'

test('neighbours are gathered into stretches of equal exposure, each with its rate at its mean time', () => {
  const counts = [
    { time: 0, count: 1, exposure: 1 },
    { time: 2, count: 0, exposure: 3 },
    { time: 4, count: 3, exposure: 2 },
    { time: 7, count: 1, exposure: 2 },
  ]
  expect(ratesOf(counts, 2)).toEqual([
    { time: 1.5, value: 1 / 4 },
    { time: 5.5, value: 1 },
  ])
  expect(ratesOf(counts, 1)).toEqual([{ time: 3.5, value: 5 / 8 }])
})

test('what is longer than a stretch stands alone, and what has no exposure nowhere', () => {
  const counts = [
    { time: 0, count: 1, exposure: 1 },
    { time: 1, count: 9, exposure: 0 },
    { time: 2, count: 8, exposure: 16 },
    { time: 3, count: 3, exposure: 3 },
  ]
  expect(ratesOf(counts, 4)).toEqual([
    { time: 0, value: 1 },
    { time: 2, value: 0.5 },
    { time: 3, value: 1 },
  ])
  expect(ratesOf([], 4)).toEqual([])
})

test('excesses are what lies beyond one common rate, over the root of the exposure', () => {
  // Of roots 1, 2 and 3: the rate is (1 + 4 ⁄ 2 + 0) ⁄ 6.
  const excesses = excessesOf([
    { count: 1, exposure: 1 },
    { count: 4, exposure: 4 },
    { count: 0, exposure: 9 },
  ])
  expect(excesses).toEqual([0.5, 1, -1.5])
  expect(excessesOf([{ count: 0, exposure: 0 }])).toEqual([0])
})
