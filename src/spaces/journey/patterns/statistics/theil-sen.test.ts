import { expect, test } from 'vitest'
import { theilSen } from './theil-sen.ts'

const line = (length: number) => Array.from({ length }, (_, time) => ({ time, value: 2 * time + 1 }))

test('of a line the slope is its own, whatever one value does', () => {
  expect(theilSen(line(9))).toEqual({ slope: 2, low: 2, high: 2 })
  const bent = line(9).with(4, { time: 4, value: 1000 })
  expect(theilSen(bent).slope).toBe(2)
})

test('it is the median of the slopes of all pairs, in days', () => {
  // 1/2, 4/6 and 3/4; the middle one counts.
  const moments = [
    { time: 0, value: 0 },
    { time: 2, value: 1 },
    { time: 6, value: 4 },
  ]
  expect(theilSen(moments).slope).toBeCloseTo(2 / 3, 12)
})

test('the interval has as many pairs on each side as Sen counts', () => {
  // Ten values have 45 pairs; z √(n (n − 1) (2 n + 5) / 18) is 21.9, half of it on each side of the 23rd.
  const values = [0, 3, 1, 4, 1, 5, 9, 2, 6, 5]
  const slopes = values.flatMap((later, j) => values.slice(0, j).map((earlier, i) => (later - earlier) / (j - i)))
  const sorted = slopes.toSorted((a, b) => a - b)
  const between = (a: number, b: number) => ((sorted[a] ?? 0) + (sorted[b] ?? 0)) / 2
  const { slope, low, high } = theilSen(values.map((value, time) => ({ time, value })))
  expect(slope).toBe(sorted[22])
  expect([low, high]).toEqual([between(11, 12), between(32, 33)])
})

test('moments at one time have no slope, and neither has a single one', () => {
  const together = [1, 5, 9].map((value) => ({ time: 3, value }))
  expect(theilSen(together)).toEqual({ slope: 0, low: 0, high: 0 })
  expect(theilSen(line(1))).toEqual({ slope: 0, low: 0, high: 0 })
})

test('a long series keeps its slope when it is gathered', () => {
  expect(theilSen(line(2000)).slope).toBeCloseTo(2, 12)
})
