/**
 * Streaks that go on: what stood in each of the last sessions, three or more, where it would hardly be by chance. A long
 * session is more likely to hold it than a short one.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { endingRunP } from '../statistics/runs.ts'
import { patternOf, pointsOf, quotesOf } from './drafting.ts'
import { chancesOf, movable, type Reading, type Track } from './reading.ts'

const leastStreak = 3

/** Of those that are asked, `believed` is the share of false ones among what is told. */
export function streaks(reading: Reading, believed: number): Pattern[] {
  const { families, topics, traps, sessions } = reading
  const tested = movable([...families, ...topics, ...traps], reading, leastStreak).map((track) => {
    const length = streakOf(track, sessions.length)
    return { track, length, p: endingRunP(chancesOf(track, reading), length) }
  })
  const adjusted = adjust(tested.map(({ p }) => p))
  return tested.flatMap(({ track, length, p }, i) => {
    const q = adjusted[i] ?? 1
    return q < believed && length >= leastStreak ? [patternOfStreak(reading, { track, length }, { p, q })] : []
  })
}

/** How many of the last sessions, one after the other, it stands in. */
function streakOf({ bySession }: Track, sessions: number): number {
  let length = 0
  while (bySession.has(sessions - 1 - length)) length += 1
  return length
}

interface Streak {
  track: Track
  length: number
}

function patternOfStreak(reading: Reading, { track, length }: Streak, sure: { p: number; q: number }): Pattern {
  const { sessions } = reading
  const before = sessions.length - length
  const inBefore = track.bySession.size - length
  const { subject } = track
  const since = sessions[before]?.day ?? ''
  const ending = new Map([...track.bySession].filter(([i]) => i >= before))
  const pattern = patternOf(reading, {
    kind: 'recurrence',
    subjects: [subject],
    sentence: sentences.streak({ subject, length, inBefore, before }),
    effect: { name: 'run of sessions that goes on', per: 'subject', value: length, low: null, high: null },
    n: sessions.length,
    counted: 'sessions',
    ...sure,
    wouldChange: sentences.streakWouldChange(subject),
    from: since,
    points: pointsOf(
      reading,
      sessions.map((_, i) => (track.bySession.has(i) ? 1 : 0)),
    ),
    evidence: quotesOf(reading, { subject, bySession: ending }),
    badges: ['streak'],
  })
  return { ...pattern, key: `${pattern.key}, streak` }
}
