/**
 * How beliefs drift on the whole: whether limiting ones, and absolute words in them, become a smaller or larger share,
 * and whether words that show thinking traps become fewer or more among all words. One family of tests.
 */
import type { Pattern, PatternEvidence, PatternPoint } from '../contract.ts'
import { dayOf, type ReadElement } from '../reading/record.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { ratesOf, type Count } from '../statistics/exposure.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import type { Moment } from '../statistics/moments.ts'
import { theilSen } from '../statistics/theil-sen.ts'
import { patternOf, pointsOf, quote, rounded, spread } from './drafting.ts'
import { countPassages, type Reading } from './reading.ts'
import { believed } from './trends.ts'

const leastSessions = 20
const leastWithTraps = 6
const year = 365

interface Drift {
  label: string
  /** In the order of time. */
  moments: readonly Moment[]
  /** Follows "a year". */
  unit: string
  n: number
  /** Undefined where what people count says the opposite. */
  sentence(rises: boolean): string | undefined
  points: readonly PatternPoint[]
  evidence: readonly PatternEvidence[]
}

export function beliefDrifts(reading: Reading): Pattern[] {
  const drifts = [...driftsOfShares(reading), ...driftOfTraps(reading)]
  const tests = drifts.map(({ moments }) => mannKendall(moments))
  const adjusted = adjust(tests.map(({ p }) => p))
  return drifts.flatMap((drift, i) => {
    const [{ s = 0, p = 1 } = {}, q = 1] = [tests[i], adjusted[i]]
    const sentence = drift.sentence(s > 0)
    if (q >= believed || sentence === undefined) return []
    return [patternOfDrift(reading, { ...drift, told: sentence }, { p, q, rises: s > 0 })]
  })
}

interface Sure {
  p: number
  q: number
  rises: boolean
}

function patternOfDrift(reading: Reading, drift: Drift & { told: string }, { rises, ...sure }: Sure): Pattern {
  const { slope, low, high } = theilSen(drift.moments)
  return patternOf(reading, {
    kind: 'belief',
    subjects: [{ kind: 'belief', label: drift.label }],
    sentence: drift.told,
    effect: {
      name: 'Theil–Sen slope',
      per: `year, ${drift.unit}`,
      value: rounded(slope * year),
      low: rounded(low * year),
      high: rounded(high * year),
    },
    n: drift.n,
    counted: 'sessions',
    ...sure,
    wouldChange: sentences.beliefDriftWouldChange,
    points: [...drift.points],
    evidence: [...drift.evidence],
    badges: [rises ? 'more' : 'fewer'],
  })
}

const sorts = [
  { label: 'limiting beliefs', is: ({ traits }: ReadElement) => traits.belief?.stance === 'limiting' },
  { label: 'absolute words', is: ({ traits }: ReadElement) => traits.belief?.strength === 'absolute' },
]

/** Of the sessions that hold any belief, which share of theirs is of a sort. */
function driftsOfShares(reading: Reading): Drift[] {
  const holding = reading.sessions.flatMap((session, i) => {
    const held = session.elements.filter(({ kind }) => kind === 'belief')
    return held.length > 0 ? [{ i, session, held }] : []
  })
  if (holding.length < leastSessions) return []
  return sorts.map(({ label, is }) => {
    const moments = holding.map(({ i, held }) => ({
      time: reading.days[i] ?? 0,
      value: held.filter(is).length / held.length,
    }))
    const shares = new Map(holding.map(({ i }, place) => [i, moments[place]?.value ?? null]))
    const shown = holding.flatMap(({ session, held }) => held.filter(is).map((element) => ({ session, element })))
    return {
      label,
      moments,
      unit: 'as a share of the beliefs of a session',
      n: holding.length,
      sentence: (rises) => sentences.beliefDrift({ label, rises }),
      points: pointsOf(
        reading,
        reading.sessions.map((_, i) => shares.get(i) ?? null),
      ),
      evidence: spread(shown).flatMap(({ session, element }) => quote(session, element, element.places[0]?.passage)),
    }
  })
}

const words = 1000

/** Asked of stretches of about equally many words, two sessions long on average, so that long sessions mean nothing. */
function driftOfTraps(reading: Reading): Drift[] {
  const { sessions, traps, days } = reading
  const counts = sessions.map((session, i) => ({
    time: days[i] ?? 0,
    count: traps.reduce((sum, track) => sum + countPassages(track, i), 0),
    exposure: (session.words ?? 0) / words,
  }))
  const known = counts.filter(({ exposure }) => exposure > 0)
  const isOften = known.filter(({ count }) => count > 0).length >= leastWithTraps
  if (known.length < leastSessions || !isOften) return []
  const moments = ratesOf(known, Math.floor(known.length / 2))
  const middle = Math.floor(known.length / 2)
  const [early, later] = [rateOf(known.slice(0, middle)), rateOf(known.slice(middle))]
  return [
    {
      label: 'thinking traps',
      moments,
      unit: 'in 1,000 words',
      n: known.length,
      sentence: (rises) => (rises === later > early ? sentences.trapDrift({ rises, early, later }) : undefined),
      points: moments.map(({ time, value }) => ({ day: dayOf(Math.round(time)), value: rounded(value) })),
      evidence: spread(trapsOf(reading)).flatMap(([session, element]) =>
        quote(session, element, element.places[0]?.passage),
      ),
    },
  ]
}

const rateOf = (counts: readonly Count[]) => ratesOf(counts, 1)[0]?.value ?? 0

const trapsOf = ({ sessions }: Reading) =>
  sessions.flatMap((session) =>
    session.elements.flatMap((element) =>
      (element.traits.belief?.traps.length ?? 0) > 0 ? [[session, element] as const] : [],
    ),
  )
