/**
 * The value at a place of the order, from 0, without putting all values in order (Hoare 1961, "Find"). Moves values
 * about; where they were asked before, the next question is quicker.
 */
export function nth(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const { lower, upper } = part(values, low, high)
    if (place <= lower) high = lower
    else if (place >= upper) low = upper
    else break
  }
  return values[place] ?? 0
}

/** Afterwards no value up to `lower` is larger than the middle one was, and none from `upper` on is smaller. */
function part(values: Float64Array, low: number, high: number): { lower: number; upper: number } {
  const pivot = values[(low + high) >> 1] ?? 0
  const at = (place: number) => values[place] ?? pivot
  let [lower, upper] = [high, low]
  while (upper <= lower) {
    while (at(upper) < pivot) upper += 1
    while (at(lower) > pivot) lower -= 1
    if (upper > lower) break
    const kept = at(upper)
    values[upper] = at(lower)
    values[lower] = kept
    upper += 1
    lower -= 1
  }
  return { lower, upper }
}
