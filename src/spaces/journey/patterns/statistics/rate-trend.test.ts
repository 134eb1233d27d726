import { expect, test } from 'vitest'
import { growingCounts } from '../../../../../tests/world/growing-counts.ts'
import { rateTrend } from './rate-trend.ts'
import { wilson } from './wilson.ts'

const range = (length: number) => Array.from({ length }, (_, i) => i)

test('of stretches of one length it is the correlation with time, against all orders', () => {
  const values = [0, 1, 0, 2, 1, 3]
  const counts = values.map((count, time) => ({ time, count, exposure: 4 }))
  // Σ (t − 2.5)(c − 7 ⁄ 6) = 8.5, over the root of 17.5 · 6.8333 ⁄ 5.
  expect(rateTrend(counts).z).toBeCloseTo(8.5 / Math.sqrt((17.5 * (41 / 6)) / 5), 12)
})

test('the spread is that of all orders', () => {
  const values = [0, 0, 1, 3]
  const orders = range(4 ** 4)
    .map((number) => range(4).map((place) => Math.floor(number / 4 ** place) % 4))
    .filter((order) => new Set(order).size === 4)
  const scores = orders.map(
    (order) => rateTrend(order.map((i, time) => ({ time, count: values[i] ?? 0, exposure: 1 }))).z,
  )
  expect(orders).toHaveLength(24)
  expect(scores.reduce((sum, z) => sum + z * z, 0) / 24).toBeCloseTo(1, 12)
})

test('sessions that only grow have no trend more often than chance allows', () => {
  const told = range(400).filter((seed) => rateTrend(growingCounts(seed, () => 0.05)).p < 0.05).length
  expect(wilson(told, 400).low).toBeLessThan(0.05)
  expect(told).toBeGreaterThan(4)
})

test('a rate that falls while sessions grow is seen', () => {
  const told = range(100).filter((seed) => {
    const { z, p } = rateTrend(growingCounts(seed, (place) => 0.3 - 0.25 * place))
    return z < 0 && p < 0.05
  }).length
  expect(told).toBeGreaterThan(80)
})

test.each([
  ['nothing', []],
  ['one session', [{ time: 0, count: 1, exposure: 2 }]],
  ['sessions without a sentence', range(4).map((time) => ({ time, count: 0, exposure: 0 }))],
  ['what is never there', range(4).map((time) => ({ time, count: 0, exposure: 3 }))],
])('%s has no trend', (_, counts) => {
  expect(rateTrend(counts)).toEqual({ z: 0, p: 1 })
})
