/** Whether something is there at all, in stretches of different length. */

/** Newton's method needs a handful; more only where it is nearly everywhere, and then the rest is nothing. */
const mostRounds = 50
const exact = 1e-12

/**
 * For each stretch the chance that something stands in it that is as likely in every part of every stretch (Poisson),
 * so dense that it stands in `present` of them on average. All alike where all are as long.
 */
export function presenceChances(exposures: readonly number[], present: number): number[] {
  const chancesAt = (density: number) => exposures.map((exposure) => -Math.expm1(-density * exposure))
  const whole = sumOf(exposures)
  if (whole <= 0) return exposures.map(() => 0)
  // From below: more places are found the denser it is, but ever fewer.
  let density = present / whole
  for (let round = 0; round < mostRounds; round += 1) {
    const chances = chancesAt(density)
    const gain = sumOf(exposures.map((exposure, i) => exposure * (1 - (chances[i] ?? 0))))
    const step = gain > 0 ? (present - sumOf(chances)) / gain : 0
    density += step
    if (step <= exact * density) break
  }
  return chancesAt(density)
}

const sumOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0)
