/** Whether something is there at all, in stretches of different length. */

const rounds = 60

/**
 * For each stretch the chance that something stands in it that is as likely in every part of every stretch (Poisson),
 * so dense that it stands in `present` of them on average. All alike where all are as long.
 */
export function presenceChances(exposures: readonly number[], present: number): number[] {
  const within = (density: number) => exposures.map((exposure) => -Math.expm1(-density * exposure))
  const longest = Math.max(...exposures)
  if (present <= 0 || longest <= 0) return exposures.map(() => 0)
  let [low, high] = [0, 1 / longest]
  while (sumOf(within(high)) < present && high * longest < 1e6) high *= 2
  for (let round = 0; round < rounds; round += 1) {
    const middle = (low + high) / 2
    if (sumOf(within(middle)) < present) low = middle
    else high = middle
  }
  return within(high)
}

const sumOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0)
