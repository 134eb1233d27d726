import { expect, test } from 'vitest'
import { bothTails } from './normal.ts'
import { rankSum } from './rank-sum.ts'

test('one stratum is the test of Mann and Whitney', () => {
  // Ranks 4, 5, 6 of six: 15 − 10.5 = 4.5 over the spread √(3·3·7 ⁄ 12).
  const { z, p } = rankSum([{ some: [7, 8, 9], others: [1, 2, 3] }])
  expect(z).toBeCloseTo(4.5 / Math.sqrt(63 / 12), 12)
  expect(p).toBe(bothTails(z))
})

test('every split of six values has the spread that the formula tells', () => {
  const values = [1, 2, 2, 3, 5, 5]
  const scores: number[] = []
  for (let mask = 0; mask < 64; mask += 1) {
    const some = values.filter((_, i) => (mask >> i) & 1)
    if (some.length === 2) scores.push(rankSum([{ some, others: values.filter((_, i) => !((mask >> i) & 1)) }]).z)
  }
  expect(scores).toHaveLength(15)
  expect(scores.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 12)
  expect(scores.reduce((sum, z) => sum + z * z, 0) / 15).toBeCloseTo(1, 12)
})

test('what only differs between strata is no difference', () => {
  const early = { some: [1, 2, 3, 4, 5, 6], others: [3.5] }
  const late = { some: [13.5], others: [11, 12, 13, 14, 15, 16] }
  expect(rankSum([early, late]).z).toBeCloseTo(0, 12)
  expect(rankSum([{ some: [...early.some, ...late.some], others: [...early.others, ...late.others] }]).p).toBeLessThan(
    0.1,
  )
})

test('groups without anybody, and values that are all alike, say nothing', () => {
  expect(rankSum([]).p).toBe(1)
  expect(rankSum([{ some: [], others: [1, 2] }]).p).toBe(1)
  expect(rankSum([{ some: [1, 1], others: [1] }]).p).toBe(1)
})
