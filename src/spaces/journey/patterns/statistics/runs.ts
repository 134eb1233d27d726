/** Runs: there in one stretch after the other, or missing. `chances` are those of being there, of one by one alone. */

/** The chance of being there in each of the last `run`. */
export const endingRunP = (chances: readonly number[], run: number) =>
  run === 0 ? 1 : chances.slice(-run).reduce((product, chance) => product * chance, 1)

/**
 * The chance that somewhere at least `gap` without it lie between two that have it. Walks along with the chances of how
 * long ago it was last there; those that were there within the gap are kept as one sum.
 */
export function longGapP(chances: readonly number[], gap: number): number {
  /** That it was there last at each place, and no long gap has ended yet. */
  const lastAt: number[] = []
  /** Nothing about the ends: not there yet, there within the gap, longer ago. */
  let [never, recent, long, ended] = [1, 0, 0, 0]
  let logMissing = 0
  const logsBefore: number[] = []
  chances.forEach((chance, i) => {
    ended += long * chance
    long *= 1 - chance
    const here = (never + recent) * chance
    never *= 1 - chance
    recent *= 1 - chance
    logMissing += Math.log1p(-Math.min(chance, surely))
    logsBefore.push(logMissing)
    lastAt.push(here)
    recent += here
    const old = i - gap
    if (old < 0) return
    // Missing at every place since then.
    const share = (lastAt[old] ?? 0) * Math.exp(logMissing - (logsBefore[old] ?? 0))
    recent = Math.max(0, recent - share)
    long += share
  })
  return Math.min(1, ended)
}

/** Of what is always there the logarithm of missing would be endless. */
const surely = 1 - 1e-12
