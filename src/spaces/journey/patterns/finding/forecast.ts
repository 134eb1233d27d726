/**
 * In how many sessions of the next month a topic will come up, if things go on as they went. Told only where the same
 * way of foretelling did well on the months before, and where the interval says something.
 */
import type { Pattern, PatternPoint } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { forecastNext, type Forecast } from '../statistics/smoothing.ts'
import { patternOf, quotesOf, rounded } from './drafting.ts'
import { movable, type Finder, type Reading, type Track } from './reading.ts'

const leastInMonth = 2
const leastSessions = 6
/** An interval wider than this leaves everything open. */
const widest = 0.7

export const forecasts: Finder = {
  kind: 'forecast',
  wants: 20,
  find(reading) {
    const months = monthsOf(reading)
    return movable(reading.topics, reading, leastSessions).flatMap((track) => {
      const shares = months.map(
        ({ sessions }) => sessions.filter((i) => track.bySession.has(i)).length / sessions.length,
      )
      const forecast = forecastNext(shares)
      if (!forecast || forecast.error > forecast.errorOfMean) return []
      const bounded = { ...forecast, low: Math.max(0, forecast.low), high: Math.min(1, forecast.high) }
      return bounded.high - bounded.low <= widest
        ? [patternOfForecast(reading, { track, months, shares }, bounded)]
        : []
    })
  },
}

interface Month {
  /** `YYYY-MM`. */
  name: string
  sessions: readonly number[]
}

/** Those with enough sessions to speak of a share; the last one is the latest that has any. */
const monthsOf = ({ sessions }: Reading): Month[] =>
  [...Map.groupBy(sessions.keys(), (i) => sessions[i]?.day.slice(0, 7) ?? '')]
    .map(([name, list]) => ({ name, sessions: list }))
    .filter((month) => month.sessions.length >= leastInMonth)

interface Past {
  track: Track
  months: readonly Month[]
  shares: readonly number[]
}

function patternOfForecast(reading: Reading, { track, months, shares }: Past, forecast: Forecast): Pattern {
  const next = monthAfter(months.at(-1)?.name ?? '')
  const { value, low, high, tries } = forecast
  const past: PatternPoint[] = months.map(({ name }, i) => ({ day: `${name}-01`, value: rounded(shares[i] ?? 0) }))
  const usual = Math.round(months.reduce((sum, { sessions }) => sum + sessions.length, 0) / months.length)
  return patternOf(reading, {
    kind: 'forecast',
    subjects: [track.subject],
    sentence: sentences.forecast({ label: track.subject.label, value, low, high, usual, month: next }),
    effect: {
      name: 'simple exponential smoothing',
      per: 'session of the next month',
      value: rounded(value),
      low: rounded(low),
      high: rounded(high),
    },
    n: reading.sessions.length,
    counted: 'sessions',
    wouldChange: sentences.forecastWouldChange(tries),
    to: `${next}-01`,
    points: [...past.slice(-60), { day: `${next}-01`, value: rounded(value), low: rounded(low), high: rounded(high) }],
    evidence: quotesOf(reading, track),
  })
}

function monthAfter(name: string): string {
  const [year = 1970, month = 1] = name.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7)
}
