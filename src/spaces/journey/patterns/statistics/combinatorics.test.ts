import { expect, test } from 'vitest'
import { logChoose } from './combinatorics.ts'

test('the triangle of Pascal comes out', () => {
  const rows = Array.from({ length: 13 }, (_, n) =>
    Array.from({ length: n + 1 }, (_, k) => Math.round(Math.exp(logChoose(n, k)))),
  )
  expect(rows.slice(0, 4)).toEqual([[1], [1, 1], [1, 2, 1], [1, 3, 3, 1]])
  rows.slice(1).forEach((row, i) => {
    const above = rows[i] ?? []
    expect(row).toEqual(row.map((_, k) => (above[k - 1] ?? 0) + (above[k] ?? 0)))
  })
})

test('beyond what is kept the series goes on where the sums end', () => {
  for (const n of [20_000, 20_001, 50_000]) expect(logChoose(n, 1)).toBeCloseTo(Math.log(n), 8)
  expect(logChoose(40_000, 2)).toBeCloseTo(Math.log((40_000 * 39_999) / 2), 8)
})
