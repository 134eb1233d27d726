/** Spans point into the text as given; scores are rounded so that results read well and compare exactly. */
import type { Span } from '../findings.ts'
import type { Word } from './words.ts'

/** Returns the span from the first to the last word of a range, or undefined for an empty one. */
export function spanOf(text: string, words: readonly Word[], range: { from: number; to: number }): Span | undefined {
  const start = words[range.from]?.start
  const end = words[range.to - 1]?.end
  if (start === undefined || end === undefined || end <= start) return undefined
  return { start, end, quote: text.slice(start, end) }
}

/** Puts spans in order and drops repeats. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((left, right) => left.start - right.start || left.end - right.end)
  return sorted.filter((span, index) => span.start !== sorted[index - 1]?.start || span.end !== sorted[index - 1]?.end)
}

export function roundScore(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000
}
