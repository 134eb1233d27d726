/**
 * What is often followed by what: a feeling or topic in one session, another in the next. Compared only with sessions of
 * the same quarter of the whole and with the same state of the second, so that neither a common trend nor a second that
 * simply goes on looks like a link. An exact test over these groups, adjusted for all pairs.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { stratifiedMore, type Table } from '../statistics/fisher.ts'
import { commonOddsRatio } from '../statistics/odds-ratio.ts'
import { patternOf, quote, rounded, spread } from './drafting.ts'
import { movable, type Finder, type Reading, type Track } from './reading.ts'
import { believed } from './trends.ts'

const leastSessions = 5
const leastTogether = 4
const mostSubjects = 12
/** Sessions farther apart, in days, do not follow each other. */
const farthest = 30
const quarters = 4

export const lagLinks: Finder = {
  kind: 'link',
  wants: 20,
  find(reading) {
    const { families, topics } = reading
    const usual = movable([...families, ...topics], reading, leastSessions)
      .toSorted((a, b) => b.bySession.size - a.bySession.size)
      .slice(0, mostSubjects)
    const steps = stepsOf(reading)
    const courses = usual.map((track) => ({ track, has: presenceOf(track, reading) }))
    const tested = courses.flatMap((first) =>
      courses.filter((second) => second !== first).map((second) => testLink(steps, first, second)),
    )
    const adjusted = adjust(tested.map(({ p }) => p))
    return tested.flatMap((link, i) => {
      const q = adjusted[i] ?? 1
      return q < believed && link.followed >= leastTogether ? [patternOfLink(reading, link, q)] : []
    })
  },
}

/** The numbers of sessions that have a next one soon enough, with the quarter that they lie in. */
const stepsOf = ({ sessions, days }: Reading) =>
  sessions.flatMap((_, i) =>
    i + 1 < sessions.length && (days[i + 1] ?? 0) - (days[i] ?? 0) <= farthest
      ? [{ at: i, quarter: Math.floor((i * quarters) / sessions.length) }]
      : [],
  )

type Steps = ReturnType<typeof stepsOf>

interface Link {
  first: Track
  second: Track
  tables: readonly Table[]
  /** How often the second came after the first, and how often the first came. */
  followed: number
  firsts: number
  steps: Steps
  p: number
}

interface Course {
  track: Track
  /** 1 where it stands in that session, else 0. */
  has: Uint8Array
}

function presenceOf({ bySession }: Track, { sessions }: Reading): Uint8Array {
  const has = new Uint8Array(sessions.length)
  for (const i of bySession.keys()) has[i] = 1
  return has
}

function testLink(steps: Steps, { track: first, has: one }: Course, { track: second, has: other }: Course): Link {
  const groups = new Map<number, { all: number; one: number; other: number; both: number }>()
  for (const { at, quarter } of steps) {
    const name = 2 * quarter + (other[at] ?? 0)
    const table = groups.get(name) ?? { all: 0, one: 0, other: 0, both: 0 }
    if (table.all === 0) groups.set(name, table)
    const [x, y] = [one[at] ?? 0, other[at + 1] ?? 0]
    table.all += 1
    table.one += x
    table.other += y
    table.both += x * y
  }
  const tables = [...groups.values()]
  const followed = tables.reduce((sum, { both }) => sum + both, 0)
  const firsts = tables.reduce((sum, { one }) => sum + one, 0)
  return { first, second, tables, followed, firsts, steps, p: followed < leastTogether ? 1 : stratifiedMore(tables) }
}

function patternOfLink(
  reading: Reading,
  { first, second, tables, followed, firsts, steps, p }: Link,
  q: number,
): Pattern {
  const { ratio, low, high } = commonOddsRatio(tables)
  const pairs = steps.filter(({ at }) => first.bySession.has(at) && second.bySession.has(at + 1))
  const quoted = (track: Track, i: number) => {
    const [session, [element] = []] = [reading.sessions[i], track.bySession.get(i)]
    return session && element ? quote(session, element, element.places[0]?.passage) : []
  }
  return patternOf(reading, {
    kind: 'link',
    subjects: [first.subject, second.subject],
    sentence: sentences.followed({ first: first.subject, second: second.subject, followed, firsts }),
    effect: {
      name: 'odds ratio',
      per: `a session after ${first.subject.label} against others, of the same time and state`,
      value: rounded(ratio),
      low: rounded(low),
      high: rounded(high),
    },
    n: steps.length,
    counted: 'sessions',
    p,
    q,
    wouldChange: sentences.followedWouldChange({ first: first.subject, second: second.subject }),
    evidence: spread(pairs.flatMap(({ at }) => [...quoted(first, at), ...quoted(second, at + 1)])),
  })
}
