/** Quotes that can be understood: what a pattern is read from is often a word, its sentence says what it is about. */
import { quoteAround } from '../../elements/quoting.ts'
import type { QuoteSource } from '../../elements/quote-sources.ts'
import type { PatternEvidence } from '../contract.ts'

/** The same with the sentences of those sessions. */
export function withSentences<T extends { evidence: PatternEvidence[] }>(
  told: readonly T[],
  sources: readonly QuoteSource[],
): T[] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const complete = (one: PatternEvidence) => {
    const source = byId.get(one.sessionId)
    return source ? { ...one, sentence: quoteAround(source, one) } : one
  }
  return told.map((one) => ({ ...one, evidence: one.evidence.map(complete) }))
}
