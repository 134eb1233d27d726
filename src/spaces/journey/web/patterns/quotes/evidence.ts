/** Quotes with the sessions they stand in, gathered from whatever told them. */
import type { MatrixCell, Pattern, PatternEvidence } from '../../../patterns/contract.ts'

/** Each place once, in order of time. */
export function gatherEvidence(patterns: readonly Pattern[], matrix: readonly MatrixCell[]): PatternEvidence[] {
  const byPlace = new Map<string, PatternEvidence>()
  for (const evidence of [...patterns, ...matrix].flatMap((told) => told.evidence)) {
    byPlace.set(`${evidence.sessionId} ${evidence.start}`, evidence)
  }
  return [...byPlace.values()].sort(byTime)
}

export const byTime = (a: PatternEvidence, b: PatternEvidence) => a.day.localeCompare(b.day) || a.start - b.start
