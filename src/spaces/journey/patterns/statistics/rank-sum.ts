/**
 * Whether values of one group lie above or below those of another, within strata that are not compared with each other:
 * the rank-sum test of Mann & Whitney (1947), joined over strata after van Elteren (1960), with ties. With one stratum it
 * is the test of Mann & Whitney without a correction for continuity.
 */
import { bothTails } from './normal.ts'
import { rank, tieSizes } from './ranks.ts'

export interface Stratum {
  some: readonly number[]
  others: readonly number[]
}

export interface RankSum {
  /** Standard normal where the groups are alike; above 0 where `some` lie higher. */
  z: number
  /** Two-sided. */
  p: number
}

export function rankSum(strata: readonly Stratum[]): RankSum {
  const parts = strata.filter(({ some, others }) => some.length > 0 && others.length > 0).map(scoreOf)
  const score = parts.reduce((sum, part) => sum + part.score * part.weight, 0)
  const variance = parts.reduce((sum, part) => sum + part.variance * part.weight ** 2, 0)
  const z = variance > 0 ? score / Math.sqrt(variance) : 0
  return { z, p: bothTails(z) }
}

/** Ranks of `some` less what they would be by chance; large strata weigh by how sure they are. */
function scoreOf({ some, others }: Stratum) {
  const all = [...some, ...others]
  const [m, n, size] = [some.length, others.length, all.length]
  const ranks = rank(all)
    .slice(0, m)
    .reduce((sum, value) => sum + value, 0)
  const ties = tieSizes(all).reduce((sum, tied) => sum + tied ** 3 - tied, 0)
  return {
    score: ranks - (m * (size + 1)) / 2,
    variance: ((m * n) / 12) * (size + 1 - ties / (size * (size - 1))),
    weight: 1 / (size + 1),
  }
}
