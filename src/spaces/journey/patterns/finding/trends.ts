/**
 * What rises or falls with time: how pleasant sessions are, and how much room feelings, topics and thinking traps take
 * in them. Pleasantness is asked alone; the others are many questions at once and adjusted for it.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { rateOf, type Count } from '../statistics/exposure.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import { oddsRatio } from '../statistics/odds-ratio.ts'
import { rateTrend } from '../statistics/rate-trend.ts'
import { theilSen } from '../statistics/theil-sen.ts'
import { feelingsOf, patternOf, pointsOf, quotesOf, rounded, valenceSubject } from './drafting.ts'
import { countsOf, movable, type Finder, type Reading, type Track } from './reading.ts'

/** Chance finds something where there is nothing once in twenty times. */
export const believed = 0.05
const leastSessions = 6
const month = 30

export const trends: Finder = {
  kind: 'trend',
  wants: 20,
  find: (reading) => [...trendOfValence(reading), ...trendsOfTracks(reading)],
}

function trendOfValence(reading: Reading): Pattern[] {
  const { sessions, days } = reading
  const moments = sessions.flatMap(({ valence: value }, i) => (value === null ? [] : [{ time: days[i] ?? 0, value }]))
  const test = mannKendall(moments)
  if (moments.length < trends.wants || test.p >= believed) return []
  const { slope, low, high } = theilSen(moments)
  const ends = sessions.flatMap((_, i) => (i < 10 || i >= sessions.length - 10 ? [i] : []))
  const values = sessions.map(({ valence }) => valence)
  return [
    patternOf(reading, {
      kind: 'trend',
      subjects: [valenceSubject],
      sentence: sentences.valenceTrend({ rises: test.s > 0, n: moments.length }),
      effect: { name: 'Theil–Sen slope', per: '30 days', ...scaled({ value: slope, low, high }, month) },
      n: moments.length,
      counted: 'sessions',
      p: test.p,
      wouldChange: sentences.trendWouldChange(moreUntilUnclear(moments, mannKendall)),
      points: pointsOf(reading, values),
      evidence: feelingsOf(reading, ends),
    }),
  ]
}

const scaled = ({ value, low, high }: { value: number; low: number; high: number }, by: number) => ({
  value: rounded(value * by),
  low: rounded(low * by),
  high: rounded(high * by),
})

function trendsOfTracks(reading: Reading): Pattern[] {
  const { families, topics, traps } = reading
  const tested = movable([...families, ...topics, ...traps], reading, leastSessions).map((track) => {
    const counts = countsOf(track, reading)
    return { track, counts, test: rateTrend(counts) }
  })
  const adjusted = adjust(tested.map(({ test }) => test.p))
  return tested.flatMap(({ track, counts, test: { z, p } }, i) => {
    const q = adjusted[i] ?? 1
    return q < believed ? trendOf(reading, { track, counts, rises: z > 0, p, q }) : []
  })
}

interface Trend {
  track: Track
  counts: readonly Count[]
  rises: boolean
  p: number
  q: number
}

/** Told in sessions, which people count in; left out where sessions say the opposite of sentences. */
function trendOf(reading: Reading, { track, counts, rises, p, q }: Trend): Pattern[] {
  const n = reading.sessions.length
  const early = Math.floor(n / 2)
  const later = n - early
  const inLater = [...track.bySession.keys()].filter((i) => i >= early).length
  const inEarly = track.bySession.size - inLater
  const { ratio, low, high } = oddsRatio({ all: n, one: later, other: track.bySession.size, both: inLater })
  if (ratio > 1 !== rises) return []
  const per = 'a session of the later half against one of the earlier'
  return [
    patternOf(reading, {
      kind: 'trend',
      subjects: [track.subject],
      sentence: sentences.trend({ subject: track.subject, rises, inEarly, early, inLater, later }),
      effect: { name: 'odds ratio', per, ...scaled({ value: ratio, low, high }, 1) },
      n,
      counted: 'sessions',
      p,
      q,
      wouldChange: sentences.trendWouldChange(moreUntilUnclear(counts, rateTrend)),
      points: pointsOf(reading, counts.map(rateOf)),
      evidence: quotesOf(reading, track),
    }),
  ]
}

const mostTried = 30
const longestTried = 400

/** How many more sessions like the earlier half it takes until the trend could be chance; null where it is many. */
function moreUntilUnclear<T extends { time: number }>(
  moments: readonly T[],
  test: (moments: readonly T[]) => { p: number },
) {
  const last = moments.at(-1)
  if (!last || moments.length > longestTried) return null
  const early = moments.slice(0, Math.ceil(moments.length / 2))
  const gap = Math.max(1, (last.time - (moments[0]?.time ?? 0)) / moments.length)
  const longer = [...moments]
  for (let more = 1; more <= mostTried; more += 1) {
    longer.push({ ...(early[(more * 7) % early.length] ?? last), time: last.time + more * gap })
    if (test(longer).p >= believed) return more
  }
  return null
}
