/** Runs: there in one stretch after the other, or missing. `chances` are those of being there, of one by one alone. */

/** The chance of being there in each of the last `run`. */
export const endingRunP = (chances: readonly number[], run: number) =>
  run === 0 ? 1 : chances.slice(-run).reduce((product, chance) => product * chance, 1)

/**
 * The chance that somewhere at least `gap` without it lie between two that have it. Walks along with how likely it is
 * that no such gap has ended yet and it was there never, last within the gap, or last before it.
 */
export function longGapP(chances: readonly number[], gap: number): number {
  let [never, within, before, ended] = [1, 0, 0, 0]
  const lastAt: number[] = []
  /** Logarithms of the chance that it is missing from the first place to each. */
  const missing: number[] = []
  chances.forEach((chance, i) => {
    const here = (never + within) * chance
    lastAt.push(here)
    missing.push((missing.at(-1) ?? 0) + Math.log1p(-Math.min(chance, surely)))
    ended += before * chance
    before *= 1 - chance
    never *= 1 - chance
    within = within * (1 - chance) + here
    if (i < gap) return
    const old = (lastAt[i - gap] ?? 0) * Math.exp((missing[i] ?? 0) - (missing[i - gap] ?? 0))
    within = Math.max(0, within - old)
    before += old
  })
  return Math.min(1, ended)
}

/** Of what is always there the logarithm of missing would be endless. */
const surely = 1 - 1e-12
