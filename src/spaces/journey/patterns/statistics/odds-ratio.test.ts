import { expect, test } from 'vitest'
import { commonOddsRatio, oddsRatio } from './odds-ratio.ts'

test('the ratio has half a case more in each cell, and the interval of Woolf', () => {
  // Cells 6, 4, 3, 7 become 6.5, 4.5, 3.5, 7.5.
  const { ratio, low, high } = oddsRatio({ all: 20, one: 10, other: 9, both: 6 })
  const error = Math.sqrt(1 / 6.5 + 1 / 4.5 + 1 / 3.5 + 1 / 7.5)
  expect(ratio).toBeCloseTo((6.5 * 7.5) / (4.5 * 3.5), 12)
  expect(Math.log(high / low)).toBeCloseTo(2 * 1.959963984540054 * error, 9)
})

test('empty cells have a ratio too, and things apart have one of one', () => {
  expect(oddsRatio({ all: 10, one: 5, other: 5, both: 5 }).ratio).toBeCloseTo(121, 9)
  expect(oddsRatio({ all: 16, one: 8, other: 8, both: 4 }).ratio).toBe(1)
})

test('of one table the common ratio is its own, with the variance of its four cells', () => {
  const { ratio, low, high } = commonOddsRatio([{ all: 20, one: 10, other: 9, both: 6 }])
  expect(ratio).toBeCloseTo((6 * 7) / (4 * 3), 12)
  const error = Math.sqrt(1 / 6 + 1 / 4 + 1 / 3 + 1 / 7)
  expect(Math.log(high / low)).toBeCloseTo(2 * 1.959963984540054 * error, 9)
})

test('tables of one ratio keep it, where the pooled table has another', () => {
  // 8 · 8 / (4 · 4) and 2 · 40 / (10 · 2) are four; 10 · 48 / (14 · 6) is not.
  const tables = [
    { all: 24, one: 12, other: 12, both: 8 },
    { all: 54, one: 12, other: 4, both: 2 },
  ]
  expect(commonOddsRatio(tables).ratio).toBeCloseTo(4, 12)
})

test('where no table has a cell, the pooled one is told', () => {
  const empty = { all: 8, one: 4, other: 4, both: 4 }
  expect(commonOddsRatio([empty, empty])).toEqual(oddsRatio({ all: 16, one: 8, other: 8, both: 8 }))
})
