/**
 * What comes back: topics and beliefs that return after a silence longer than their own rhythm explains, weekdays on
 * which something is otherwise than on others, and streaks that go on. All adjusted for how many were asked.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { permutationP } from '../statistics/permutation.ts'
import { longGapP } from '../statistics/runs.ts'
import { feelingsOf, patternOf, pointsOf, quotesOf, rounded, valenceSubject } from './drafting.ts'
import { chancesOf, movable, sharesOf, type Finder, type Reading, type Track } from './reading.ts'
import { streaks } from './streaks.ts'
import { believed } from './trends.ts'

/** Three rounds of questions; together they may be wrong about as often as one. What is long is plain: streaks need least. */
const believedOfReturns = believed * 0.6
const believedOfWeekdays = believed * 0.4
const believedOfStreaks = believed * 0.2

const leastMentions = 4
const leastSilence = 5
const leastOnDay = 3
const leastDays = 3

export const recurrence: Finder = {
  kind: 'recurrence',
  wants: 20,
  find: (reading) => [...returns(reading), ...weekdays(reading), ...streaks(reading, believedOfStreaks)],
}

function returns(reading: Reading): Pattern[] {
  const tested = movable([...reading.topics, ...reading.beliefs], reading, leastMentions).map((track) => {
    const present = reading.sessions.map((_, i) => (track.bySession.has(i) ? 1 : 0))
    const silence = longestSilence(present)
    return { track, present, silence, p: longGapP(chancesOf(track, reading), silence.length) }
  })
  const adjusted = adjust(tested.map(({ p }) => p))
  return tested.flatMap(({ track, present, silence, p }, i) => {
    const q = adjusted[i] ?? 1
    if (q >= believedOfReturns || silence.length < leastSilence) return []
    const day = reading.sessions[silence.end]?.day ?? ''
    return [
      patternOf(reading, {
        kind: 'recurrence',
        subjects: [track.subject],
        sentence: sentences.returns({ subject: track.subject, silent: silence.length, day }),
        effect: { name: 'longest silence', per: 'sessions', value: silence.length, low: null, high: null },
        n: track.bySession.size,
        counted: 'mentions',
        p,
        q,
        wouldChange: sentences.returnsWouldChange(track.subject),
        points: pointsOf(reading, present),
        evidence: quotesOf(reading, track),
        badges: ['returned'],
      }),
    ]
  })
}

/** Between two sessions in which it stands: how many lie between, and which ends it. */
function longestSilence(present: readonly number[]): { length: number; end: number } {
  let last = -1
  let longest = { length: 0, end: 0 }
  for (let i = 0; i < present.length; i += 1) {
    if (present[i] !== 1) continue
    if (last >= 0 && i - last - 1 > longest.length) longest = { length: i - last - 1, end: i }
    last = i
  }
  return longest
}

interface Weekly {
  track?: Track
  /** Undefined where a session says nothing of it. */
  values: readonly (number | undefined)[]
}

function weekdays(reading: Reading): Pattern[] {
  const { families, topics, sessions } = reading
  const asked: Weekly[] = [
    { values: sessions.map(({ valence }) => valence ?? undefined) },
    ...movable([...families, ...topics], reading, 2 * leastMentions).map((track) => ({
      track,
      values: sharesOf(track, reading),
    })),
  ]
  const tested = asked.flatMap((weekly) => {
    const test = testWeekdays(reading, weekly)
    return test ? [{ weekly, test }] : []
  })
  const adjusted = adjust(tested.map(({ test }) => test.p))
  return tested.flatMap(({ weekly, test }, i) => {
    const q = adjusted[i] ?? 1
    return q < believedOfWeekdays ? [patternOfWeekday(reading, weekly, { ...test, q })] : []
  })
}

interface WeekdayTest {
  weekday: number
  difference: number
  n: number
  p: number
}

function testWeekdays({ days }: Reading, { values }: Weekly): WeekdayTest | undefined {
  const known = values.flatMap((value, i) => (value === undefined ? [] : [{ value, weekday: weekdayOf(days[i] ?? 0) }]))
  const groups = [...Map.groupBy(known, ({ weekday }) => weekday).values()]
  const counted = groups.filter(({ length }) => length >= leastOnDay)
  if (known.length < recurrence.wants || counted.length < leastDays) return undefined
  const weekdaysOf = known.map(({ weekday }) => weekday)
  const ranked = (order: ArrayLike<number>) => strangest(order, weekdaysOf)
  const all = known.map(({ value }) => value)
  const { weekday, difference } = ranked(all)
  return { weekday, difference, n: known.length, p: permutationP(all, (order) => ranked(order).distance) }
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7

/** The weekday whose mean is farthest from that of all, in units that do not depend on how many there are. */
function strangest(values: ArrayLike<number>, weekdaysOf: readonly number[]) {
  const sums = new Float64Array(7)
  const counts = new Float64Array(7)
  let whole = 0
  weekdaysOf.forEach((weekday, i) => {
    const value = values[i] ?? 0
    sums[weekday] = (sums[weekday] ?? 0) + value
    counts[weekday] = (counts[weekday] ?? 0) + 1
    whole += value
  })
  const centre = whole / weekdaysOf.length
  let farthest = { weekday: 0, difference: 0, distance: 0 }
  counts.forEach((count, weekday) => {
    const difference = (sums[weekday] ?? 0) / count - centre
    const distance = Math.abs(difference) * Math.sqrt(count)
    if (count >= leastOnDay && distance > farthest.distance) farthest = { weekday, difference, distance }
  })
  return farthest
}

function patternOfWeekday(reading: Reading, { track, values }: Weekly, test: WeekdayTest & { q: number }): Pattern {
  const { weekday, difference, n, p, q } = test
  const onDay = reading.sessions.flatMap((_, i) => (weekdayOf(reading.days[i] ?? 0) === weekday ? [i] : []))
  const subject = track?.subject ?? valenceSubject
  const onlyThen = track && { ...track, bySession: new Map([...track.bySession].filter(([i]) => onDay.includes(i))) }
  const pattern = patternOf(reading, {
    kind: 'recurrence',
    subjects: [subject],
    sentence: sentences.weekday({ subject, weekday, more: difference > 0 }),
    effect: {
      name: 'difference of means',
      per: 'that weekday less all days',
      value: rounded(difference),
      low: null,
      high: null,
    },
    n,
    counted: 'sessions',
    p,
    q,
    wouldChange: sentences.weekdayWouldChange(weekday),
    points: weekPoints(reading, values, onDay),
    evidence: onlyThen ? quotesOf(reading, onlyThen) : feelingsOf(reading, onDay),
    badges: ['weekday'],
  })
  return { ...pattern, key: `${pattern.key}, weekday` }
}

const weekPoints = (reading: Reading, values: Weekly['values'], onDay: readonly number[]) =>
  pointsOf(
    reading,
    values.map((value, i) => (onDay.includes(i) ? (value ?? null) : null)),
  )
