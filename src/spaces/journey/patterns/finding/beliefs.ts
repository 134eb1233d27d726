/**
 * How beliefs turn: those that were held first and are questioned or called untrue later, by their own words or by an
 * insight that revises them; beside how they drift on the whole.
 */
import type { Pattern, PatternEvidence } from '../contract.ts'
import type { ReadElement } from '../reading/record.ts'
import { sentences } from '../sentences.ts'
import { beliefDrifts } from './belief-drifts.ts'
import { mostEvidence, patternOf, quote, quotesOf } from './drafting.ts'
import type { Finder, Reading, Track } from './reading.ts'

export const beliefs: Finder = {
  kind: 'belief',
  wants: 6,
  find: (reading) => [...beliefDrifts(reading), ...reading.beliefs.flatMap((track) => turned(reading, track))],
}

/** Held in one session, doubted or left behind in a later one. */
function turned(reading: Reading, track: Track): Pattern[] {
  const course = [...track.bySession]
    .sort(([a], [b]) => a - b)
    .map(([session, elements]) => ({ session, standing: elements.at(-1)?.traits.belief?.standing ?? 'held' }))
  const held = course.find(({ standing }) => standing === 'held')
  if (!held) return []
  const doubted = course.find(({ session, standing }) => session > held.session && standing !== 'held')
  const revision = revisionOf(reading, track, held.session)
  const at = revision?.session ?? doubted?.session
  if (at === undefined) return []
  const isRevised = revision !== undefined || course.at(-1)?.standing === 'revised'
  return [patternOfTurn(reading, { track, from: held.session, at, revision, isRevised })]
}

interface Revision {
  session: number
  insight: ReadElement
  quotes: PatternEvidence[]
}

interface BeliefTurn {
  track: Track
  from: number
  at: number
  revision: Revision | undefined
  isRevised: boolean
}

function patternOfTurn(reading: Reading, { track, from: first, at, revision, isRevised }: BeliefTurn): Pattern {
  const dayOf = (session: number) => reading.sessions[session]?.day ?? ''
  const [from, to] = [dayOf(first), dayOf(at)]
  const insight = revision?.insight.label
  const n = track.bySession.size
  return patternOf(reading, {
    kind: 'belief',
    subjects: [track.subject, ...(insight === undefined ? [] : [{ kind: 'insight' as const, label: insight }])],
    sentence: sentences.beliefTurned({ label: track.subject.label, from, to, isRevised, insight }),
    effect: { name: 'sessions that hold it', per: 'belief', value: n, low: null, high: null },
    n,
    counted: 'mentions',
    wouldChange: sentences.beliefTurnedWouldChange,
    from,
    to,
    evidence: [...(revision?.quotes ?? []), ...quotesOf(reading, track)].slice(0, mostEvidence),
    badges: [isRevised ? 'revised' : 'questioned'],
  })
}

/** The first insight, in a session not before the belief was held, that revises it. */
function revisionOf(reading: Reading, { bySession }: Track, after: number): Revision | undefined {
  const ids = new Set([...bySession.values()].flat().map(({ id }) => id))
  const revising = reading.links.filter(({ type, target }) => type === 'REVISES' && ids.has(target))
  const sources = new Set(revising.map(({ source }) => source))
  if (sources.size === 0) return undefined
  for (const [i, session] of reading.sessions.entries()) {
    const insight = i < after ? undefined : session.elements.find(({ id }) => sources.has(id))
    if (insight) return { session: i, insight, quotes: quote(session, insight, insight.places[0]?.passage) }
  }
  return undefined
}
