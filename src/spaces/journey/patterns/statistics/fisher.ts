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

/** The chance of at least so many that have both, when the one says nothing of the other. */
export function fisherMore(table: Table): number {
  const { least, chances } = distributionOf(table)
  return sumFrom(chances, table.both - least)
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
  let chances: readonly number[] = [1]
  for (const table of tables) {
    const next = distributionOf(table)
    least += next.least
    both += table.both
    chances = convolve(chances, next.chances)
  }
  return sumFrom(chances, both - least)
}

/** The hypergeometric distribution, from the least count that the margins allow. */
function distributionOf({ all, one, other }: Table): { least: number; chances: number[] } {
  const least = Math.max(0, one + other - all)
  const most = Math.min(one, other)
  const whole = logChoose(all, other)
  const chances = Array.from({ length: most - least + 1 }, (_, i) =>
    Math.exp(logChoose(one, least + i) + logChoose(all - one, other - least - i) - whole),
  )
  return { least, chances }
}

/** From the end, because the smallest are summed best first. */
function sumFrom(chances: readonly number[], place: number): number {
  let sum = 0
  for (let i = chances.length - 1; i >= Math.max(0, place); i -= 1) sum += chances[i] ?? 0
  return Math.min(1, sum)
}

function convolve(a: readonly number[], b: readonly number[]): readonly number[] {
  const joint = new Array<number>(a.length + b.length - 1).fill(0)
  a.forEach((chance, i) => {
    if (chance > 1e-300) b.forEach((other, j) => (joint[i + j] = (joint[i + j] ?? 0) + chance * other))
  })
  return joint
}
