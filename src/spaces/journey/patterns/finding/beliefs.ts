/**
 * How beliefs drift: whether limiting ones, and absolute words in them, become fewer or more; and single beliefs that
 * were held first and are questioned or called untrue later, by their own words or by an insight that revises them.
 */
import type { Pattern, PatternEvidence } from '../contract.ts'
import type { ReadElement } from '../reading/record.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import type { Moment } from '../statistics/moments.ts'
import { theilSen } from '../statistics/theil-sen.ts'
import { mostEvidence, patternOf, pointsOf, quote, quotesOf, rounded, spread } from './drafting.ts'
import type { Finder, Reading, Track } from './reading.ts'
import { believed } from './trends.ts'

const leastForDrift = 20
const year = 365

export const beliefs: Finder = {
  kind: 'belief',
  wants: 6,
  find: (reading) => [...drifts(reading), ...reading.beliefs.flatMap((track) => turned(reading, track))],
}

const sorts = [
  { label: 'limiting beliefs', is: ({ traits }: ReadElement) => traits.belief?.stance === 'limiting' },
  { label: 'absolute words', is: ({ traits }: ReadElement) => traits.belief?.strength === 'absolute' },
]

interface Holding {
  session: number
  /** All beliefs of it. */
  held: readonly ReadElement[]
}

/** Of the sessions that hold any belief, which share of theirs is of a sort. */
function drifts(reading: Reading): Pattern[] {
  const holding: Holding[] = reading.sessions.flatMap(({ elements }, session) => {
    const held = elements.filter(({ kind }) => kind === 'belief')
    return held.length > 0 ? [{ session, held }] : []
  })
  if (holding.length < leastForDrift) return []
  const tested = sorts.map((sort) => {
    const moments = holding.map(({ session, held }) => ({
      time: reading.days[session] ?? 0,
      value: held.filter(sort.is).length / held.length,
    }))
    return { sort, moments, test: mannKendall(moments) }
  })
  const adjusted = adjust(tested.map(({ test }) => test.p))
  return tested.flatMap(({ sort, moments, test: { s, p } }, i) => {
    const q = adjusted[i] ?? 1
    return q < believed ? [patternOfDrift(reading, { sort, holding, moments, rises: s > 0 }, { p, q })] : []
  })
}

interface Drift {
  sort: (typeof sorts)[number]
  holding: readonly Holding[]
  moments: readonly Moment[]
  rises: boolean
}

function patternOfDrift(reading: Reading, drift: Drift, sure: { p: number; q: number }): Pattern {
  const { sort, holding, moments, rises } = drift
  const { slope, low, high } = theilSen(moments)
  const shares = new Map(holding.map(({ session }, i) => [session, moments[i]?.value ?? null]))
  return patternOf(reading, {
    kind: 'belief',
    subjects: [{ kind: 'belief', label: sort.label }],
    sentence: sentences.beliefDrift({ label: sort.label, rises }),
    effect: {
      name: 'Theil–Sen slope',
      per: 'year, as a share of the beliefs of a session',
      value: rounded(slope * year),
      low: rounded(low * year),
      high: rounded(high * year),
    },
    n: holding.length,
    counted: 'sessions',
    ...sure,
    wouldChange: sentences.beliefDriftWouldChange,
    points: pointsOf(
      reading,
      reading.sessions.map((_, i) => shares.get(i) ?? null),
    ),
    evidence: quotesOfSort(reading, drift),
    badges: [rises ? 'more' : 'fewer'],
  })
}

function quotesOfSort({ sessions }: Reading, { sort, holding }: Drift) {
  const all = holding.flatMap(({ session, held }) =>
    held.filter(sort.is).map((element) => ({ session: sessions[session], element })),
  )
  return spread(all).flatMap(({ session, element }) =>
    session ? quote(session, element, element.places[0]?.passage) : [],
  )
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
