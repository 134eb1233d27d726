/**
 * Exact tests of tables of two by two. `fisherMore` is Fisher's (1935) one-sided test; `stratifiedMore` is its like for
 * several tables at once, of which only the sum counts: the exact conditional distribution behind Mantel & Haenszel.
 */
import { logChoose } from './combinatorics.ts'

/** How many there are, how many have the one, how many the other, and how many both. */
export interface Table {
  all: number
  one: number
  other: number
  both: number
}

export const sumTables = (tables: readonly Table[]): Table =>
  tables.reduce(
    (sum, { all, one, other, both }) => ({
      all: sum.all + all,
      one: sum.one + one,
      other: sum.other + other,
      both: sum.both + both,
    }),
    { all: 0, one: 0, other: 0, both: 0 },
  )

/** The chance of at least so many that have both, when the one says nothing of the other. */
export function fisherMore(table: Table): number {
  const { most, chanceOf } = distributionOf(table)
  let sum = 0
  // From the end, because the smallest are summed best first.
  for (let both = most; both >= table.both; both -= 1) sum += chanceOf(both)
  return Math.min(1, sum)
}

/** The same on either side: twice the smaller tail, which is a little careful (Yates 1984). */
export function fisherEither(table: Table): number {
  const { all, one, other, both } = table
  const fewer = fisherMore({ all, one, other: all - other, both: one - both })
  return Math.min(1, 2 * Math.min(fisherMore(table), fewer))
}

/** `fisherMore` for the sum over tables of which each has chances of its own. */
export function stratifiedMore(tables: readonly Table[]): number {
  let least = 0
  let both = 0
  let chances = Float64Array.of(1)
  for (const table of tables) {
    const next = distributionOf(table)
    least += next.least
    both += table.both
    const own = Float64Array.from({ length: next.most - next.least + 1 }, (_, i) => next.chanceOf(next.least + i))
    chances = convolve(chances, own)
  }
  return Math.min(
    1,
    chances.subarray(Math.max(0, both - least)).reduceRight((sum, chance) => sum + chance, 0),
  )
}

/** The hypergeometric distribution, between the counts that the margins allow. */
function distributionOf({ all, one, other }: Table) {
  const whole = logChoose(all, other)
  return {
    least: Math.max(0, one + other - all),
    most: Math.min(one, other),
    chanceOf: (both: number) => Math.exp(logChoose(one, both) + logChoose(all - one, other - both) - whole),
  }
}

function convolve(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const joint = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i += 1) {
    const chance = a[i] ?? 0
    if (chance <= 1e-300) continue
    for (let j = 0; j < b.length; j += 1) joint[i + j] = (joint[i + j] ?? 0) + chance * (b[j] ?? 0)
  }
  return joint
}
