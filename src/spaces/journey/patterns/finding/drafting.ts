/** What all patterns have in common: key, days, points, quotes. */
import { ElementId, SessionId, type Span } from '../../elements/contract.ts'
import type { Pattern, PatternEvidence, PatternPoint, PatternSubject } from '../contract.ts'
import { dayOf, type ReadElement, type ReadSession } from '../reading/record.ts'
import { gather } from '../statistics/moments.ts'
import type { Reading, Track } from './reading.ts'

/** The limits stand in docs/limits.md. */
export const mostEvidence = 20
const mostPoints = 200
const longestQuote = 400

type Given = 'kind' | 'subjects' | 'sentence' | 'effect' | 'n' | 'counted' | 'wouldChange'
type Draft = Pick<Pattern, Given> & Partial<Omit<Pattern, Given | 'key'>>

/** The key names kind and subjects, so that the same pattern is known again in a later reading. */
export function patternOf({ sessions }: Pick<Reading, 'sessions'>, draft: Draft): Pattern {
  const names = draft.subjects.map(({ kind, label }) => `${kind} ${label.toLowerCase()}`)
  return {
    key: `${draft.kind}: ${names.join(', ')}`,
    p: null,
    q: null,
    from: sessions[0]?.day ?? '',
    to: sessions.at(-1)?.day ?? '',
    points: [],
    evidence: [],
    badges: [],
    ...draft,
  }
}

/** One value a session; of many sessions the means of neighbours. */
export function pointsOf({ days }: Reading, values: readonly (number | null)[]): PatternPoint[] {
  const moments = values.flatMap((value, i) => (value === null ? [] : [{ time: days[i] ?? 0, value }]))
  return gather(moments, mostPoints).map(({ time, value }) => ({ day: dayOf(Math.round(time)), value: rounded(value) }))
}

/** Quotes of a subject, the first, the last, and evenly between. */
export function quotesOf({ sessions }: Reading, { bySession }: Track): PatternEvidence[] {
  const found = [...bySession].sort(([a], [b]) => a - b).map(([i, elements]) => ({ session: sessions[i], elements }))
  return spread(found).flatMap(({ session, elements: [element] }) =>
    session && element ? quote(session, element, element.places[0]?.passage) : [],
  )
}

/** The place of an element in that sentence; none where it is not kept. */
export function quote(session: ReadSession, element: ReadElement, passage?: number): PatternEvidence[] {
  const place = element.places.find((one) => one.passage === passage)
  if (!place) return []
  return [quoteSpan(place, { sessionId: session.id, day: session.day, elementId: element.id })]
}

interface Origin {
  sessionId: string
  day: string
  elementId: string | null
}

export function quoteSpan({ start, quote: words }: Span, { sessionId, day, elementId }: Origin): PatternEvidence {
  const short = words.slice(0, longestQuote)
  return {
    sessionId: SessionId.parse(sessionId),
    elementId: elementId === null ? null : ElementId.parse(elementId),
    day,
    start,
    end: start + short.length,
    quote: short,
  }
}

/** At most as many as are kept, evenly from the first to the last. */
export function spread<T>(list: readonly T[]): T[] {
  if (list.length <= mostEvidence) return [...list]
  const step = (list.length - 1) / (mostEvidence - 1)
  const chosen = new Set(Array.from({ length: mostEvidence }, (_, i) => Math.round(i * step)))
  return list.filter((_, i) => chosen.has(i))
}

/** Feelings of these sessions, for patterns of how pleasant they are. */
export function feelingsOf({ sessions, families }: Reading, chosen: readonly number[]): PatternEvidence[] {
  return spread(chosen).flatMap((i) => {
    const session = sessions[i]
    const felt = families.flatMap(({ bySession }) => bySession.get(i) ?? [])
    const [strongest] = felt.toSorted((a, b) => (b.traits.intensity ?? 0) - (a.traits.intensity ?? 0))
    return session && strongest ? quote(session, strongest, strongest.places[0]?.passage) : []
  })
}

/** Enough digits to read, few enough that an interval does not look more exact than it is. */
export const rounded = (value: number) => Number(value.toPrecision(4))

export const valenceSubject: PatternSubject = { kind: 'valence', label: 'how pleasant a session is' }
