/** Keeps what is stored of one analysis within bounds, however long the text: the surest findings, the first places. */
import type { Analysis } from '../analyser/findings.ts'

/** The limits stand in docs/limits.md. */
const mostElements = 2000
const mostSpans = 500

export function boundAnalysis({ emotions, topics, elements, ...analysis }: Analysis): Analysis {
  return {
    ...analysis,
    emotions: emotions.map(boundSpans),
    topics: topics.map(boundSpans),
    elements: surest(elements).map(boundSpans),
  }
}

const boundSpans = <Finding extends { spans: unknown[] }>(finding: Finding): Finding => ({
  ...finding,
  spans: finding.spans.slice(0, mostSpans),
})

const surest = <Finding extends { score: number }>(findings: readonly Finding[]) =>
  findings.toSorted((a, b) => b.score - a.score).slice(0, mostElements)
