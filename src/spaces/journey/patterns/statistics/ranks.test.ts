import { expect, test } from 'vitest'
import { mean, median, rank, tieSizes } from './ranks.ts'

test('equal values share the mean of their ranks', () => {
  expect(rank([30, 10, 20, 10, 30, 30])).toEqual([5, 1.5, 3, 1.5, 5, 5])
  expect(rank([])).toEqual([])
})

test('ties are counted by how many stand at each place', () => {
  expect(tieSizes([30, 10, 20, 10, 30, 30]).toSorted()).toEqual([2, 3])
  expect(tieSizes([1, 2, 3])).toEqual([])
})

test('the median is in the middle, or between the two that are; of nothing there is no mean', () => {
  expect(median([9, 1, 4])).toBe(4)
  expect(median([9, 1, 4, 5])).toBe(4.5)
  expect([median([]), mean([])]).toEqual([0, 0])
})
