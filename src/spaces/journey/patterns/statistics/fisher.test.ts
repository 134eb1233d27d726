import { expect, test } from 'vitest'
import { fisherEither, fisherMore, stratifiedMore, type Table } from './fisher.ts'

/** All sets of `count` among the first numbers. */
function choose(all: number, count: number): number[][] {
  return Array.from({ length: 2 ** all }, (_, bits) =>
    Array.from({ length: all }, (_, i) => i).filter((i) => (bits >> i) & 1),
  ).filter(({ length }) => length === count)
}

/** How many both there are for each way to lay the other, the one being the first of all. */
const waysOf = ({ all, one, other }: Table) => choose(all, other).map((set) => set.filter((i) => i < one).length)

const share = (ways: readonly number[], is: (both: number) => boolean) => ways.filter(is).length / ways.length

test('the lady who tastes three of four cups right may well be guessing', () => {
  expect(fisherMore({ all: 8, one: 4, other: 4, both: 3 })).toBeCloseTo(17 / 70, 12)
  expect(fisherMore({ all: 8, one: 4, other: 4, both: 4 })).toBeCloseTo(1 / 70, 12)
})

const tables: Table[] = [
  { all: 10, one: 4, other: 5, both: 3 },
  { all: 11, one: 3, other: 8, both: 3 },
  { all: 9, one: 6, other: 5, both: 2 },
  { all: 12, one: 2, other: 3, both: 0 },
]

test.each(tables)('of all ways to lay $other among $all, as many have $both both as a count says', (table) => {
  const ways = waysOf(table)
  const [more, fewer] = [share(ways, (both) => both >= table.both), share(ways, (both) => both <= table.both)]
  expect(fisherMore(table)).toBeCloseTo(more, 12)
  expect(fisherEither(table)).toBeCloseTo(Math.min(1, 2 * Math.min(more, fewer)), 12)
})

test('of several tables the sum counts, whatever each of them says', () => {
  const [first, second] = [tables[0], tables[2]]
  if (!first || !second) throw new Error('Two tables are wanted')
  const sums = waysOf(first).flatMap((one) => waysOf(second).map((other) => one + other))
  const expected = share(sums, (sum) => sum >= first.both + second.both)
  expect(stratifiedMore([first, second])).toBeCloseTo(expected, 12)
  expect(stratifiedMore([first])).toBeCloseTo(fisherMore(first), 12)
  expect(stratifiedMore([])).toBe(1)
})

test('what margins alone force is no surprise', () => {
  expect(fisherMore({ all: 5, one: 4, other: 4, both: 3 })).toBeCloseTo(1, 12)
  expect(fisherMore({ all: 0, one: 0, other: 0, both: 0 })).toBe(1)
})
