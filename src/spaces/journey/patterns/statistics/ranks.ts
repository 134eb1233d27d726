/** Ranks from 1; equal values share the mean of theirs (midranks). */
export function rank(values: readonly number[]): number[] {
  const order = values.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const ranks = new Array<number>(values.length).fill(0)
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1
    for (const { place } of order.slice(start, end)) ranks[place] = (start + end + 1) / 2
    start = end
  }
  return ranks
}

/** How many values share each place: sizes of groups of equal ones, without those that stand alone. */
export function tieSizes(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const sizes: number[] = []
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1
    if (end - start > 1) sizes.push(end - start)
    start = end
  }
  return sizes
}

export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Of an even number of values the mean of the two in the middle; of none 0. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return mean([sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0])
}
