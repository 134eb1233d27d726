/** Keeps what is stored of one analysis within bounds, however long the text: the surest findings, the first places. */
import type { Analysis } from '../analyser/findings.ts'

/** The limits stand in docs/limits.md. */
const mostElements = 2000
const mostSpans = 500
const mostFollowUps = 500
const mostCrisis = 100

export function boundAnalysis({ emotions, topics, elements, followUps, crisis, ...analysis }: Analysis): Analysis {
  return {
    ...analysis,
    emotions: emotions.map(boundSpans),
    topics: topics.map(boundSpans),
    elements: surest(elements).map(boundSpans),
    followUps: followUps.slice(0, mostFollowUps),
    crisis: crisis.slice(0, mostCrisis),
  }
}

const boundSpans = <Finding extends { spans: unknown[] }>(finding: Finding): Finding => ({
  ...finding,
  spans: finding.spans.slice(0, mostSpans),
})

const surest = <Finding extends { score: number }>(findings: readonly Finding[]) =>
  findings.toSorted((a, b) => b.score - a.score).slice(0, mostElements)
