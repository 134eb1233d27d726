/** Rounds of two things that are compared, in turn, so that a change of the machine's mood meets both. */

/** One round of each is thrown away: the first one compiles. */
export async function interleave<T>(
  rounds: number,
  one: () => Promise<T>,
  other: () => Promise<T>,
): Promise<[T[], T[]]> {
  await one()
  await other()
  const ones: T[] = []
  const others: T[] = []
  for (let round = 0; round < rounds; round += 1) {
    ones.push(await one())
    others.push(await other())
  }
  return [ones, others]
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** The value that this part of all values does not exceed; `part` from 0 to 1. */
export function percentile(values: readonly number[], part: number) {
  const found = values.toSorted((a, b) => a - b)[Math.max(Math.ceil(values.length * part) - 1, 0)]
  if (found === undefined) throw new Error('Nothing was measured')
  return found
}
