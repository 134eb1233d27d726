import { expect, test } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import type { Moment } from './moments.ts'

const momentsOf = (times: readonly number[], values: readonly number[]): Moment[] =>
  values.map((value, i) => ({ time: times[i] ?? 0, value }))

function ordersOf(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]]
  return values.flatMap((first, i) => ordersOf(values.toSpliced(i, 1)).map((rest) => [first, ...rest]))
}

const scorePairs = (moments: readonly Moment[]) =>
  moments.reduce(
    (sum, one, i) =>
      moments
        .slice(i + 1)
        .reduce((all, other) => all + Math.sign(other.time - one.time) * Math.sign(other.value - one.value), sum),
    0,
  )

test('what always rises has all pairs on its side', () => {
  const { s, variance, p, widening } = mannKendall(momentsOf([1, 2, 3, 4, 5], [1, 2, 4, 7, 9]))
  // n (n − 1) (2 n + 5) / 18 of five; z = 9 / √16.67 = 2.2045.
  expect([s, widening]).toEqual([10, 1])
  expect(variance).toBeCloseTo(50 / 3, 12)
  expect(p).toBeCloseTo(0.02749, 4)
})

test('turned around it falls as surely as it rose', () => {
  const [times, values] = [
    [1, 2, 3, 4, 5, 6, 7],
    [3, 1, 4, 1.5, 9, 2, 6],
  ]
  const [one, other] = [mannKendall(momentsOf(times, values)), mannKendall(momentsOf(times, values.toReversed()))]
  expect(other.s).toBe(-one.s)
  expect(other.p).toBe(one.p)
})

test.each([
  ['no ties', [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
  ['ties of values', [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 2]],
  ['ties of times', [1, 1, 2, 3, 3, 3], [1, 2, 3, 4, 5, 6]],
  ['ties of both', [1, 1, 2, 3, 3, 3], [0, 0, 0, 1, 1, 2]],
])('with %s, score and variance are those of all orders', (_, times, values) => {
  const orders = ordersOf(values).map((order) => momentsOf(times, order))
  const scores = orders.map(scorePairs)
  const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length
  expect(orders.map((order) => mannKendall(order).s)).toEqual(scores)
  expect(mannKendall(momentsOf(times, values)).variance).toBeCloseTo(variance, 9)
})

test('values that never change, or too few of them, say nothing', () => {
  expect(mannKendall(momentsOf([1, 2, 3, 4], [5, 5, 5, 5]))).toMatchObject({ s: 0, p: 1 })
  expect(mannKendall(momentsOf([1, 2], [1, 2]))).toMatchObject({ s: 1, variance: 0, p: 1 })
  expect(mannKendall([])).toMatchObject({ s: 0, p: 1 })
})

test('values that hang together from one to the next are less sure, and never more', () => {
  const times = Array.from({ length: 40 }, (_, i) => i)
  const waves = times.map((time) => Math.sin(time / 4) + time / 40)
  const jumps = times.map((time) => (-1) ** time + time / 40)
  expect(mannKendall(momentsOf(times, waves)).widening).toBeGreaterThan(2)
  expect(mannKendall(momentsOf(times, jumps)).widening).toBe(1)
})
