/**
 * Patterns of made-up people of whom the truth is known: how often something is told where there is nothing, how often
 * what is there is found, and whether the chances that tests tell are chances. A rate is wrong when its interval of
 * 95 % lies beyond what is allowed.
 */
import type { Pattern } from '../../../src/spaces/journey/patterns/contract.ts'
import { findPatterns } from '../../../src/spaces/journey/patterns/finding/find-patterns.ts'
import { findChange } from '../../../src/spaces/journey/patterns/statistics/change-point.ts'
import { mannKendall } from '../../../src/spaces/journey/patterns/statistics/mann-kendall.ts'
import { wilson } from '../../../src/spaces/journey/patterns/statistics/wilson.ts'
import { createChance } from '../../world/chance.ts'
import type { RunOptions } from '../run-options.ts'
import type { Verdict } from '../verdict.ts'
import { makePerson, type Person, type Truth } from './people.ts'
import { isOfValence, nothing, onlyLonger, plants } from './plants.ts'
import { makeThinker } from './thoughts.ts'

const mostFalse = 0.06

export async function runPatterns({ count, seed }: Pick<RunOptions, 'count' | 'seed'>): Promise<Verdict> {
  const parts = [
    falseAlarms(count, seed),
    powers(count, seed),
    drifts(count, seed),
    chances(10 * count, seed),
    orders(seed),
  ]
  return {
    figures: `${count} people for each plant: ${parts.map(({ figures }) => figures).join('; ')}`,
    violations: parts.flatMap(({ violations }) => violations),
  }
}

/** Each is one test, or all tests of a kind that are adjusted for each other. */
const alarms: Record<string, (pattern: Pattern) => boolean> = {
  'trend of pleasantness': (pattern) => pattern.kind === 'trend' && isOfValence(pattern),
  'any other trend': (pattern) => pattern.kind === 'trend' && !isOfValence(pattern),
  'turn of pleasantness': (pattern) => pattern.kind === 'turning-point' && isOfValence(pattern),
  'any other turn': (pattern) => pattern.kind === 'turning-point' && !isOfValence(pattern),
  'any pair': ({ kind }) => kind === 'co-occurrence',
  'any return, weekday or streak': ({ kind }) => kind === 'recurrence',
  'any link': ({ kind }) => kind === 'link',
  'any outcome that differs': ({ kind, p }) => kind === 'follow-through' && p !== null,
}

/** People of whom nothing is true, though some write more and more. */
const empty: readonly [what: string, truth: Truth, sessions: number][] = [
  ['nothing', nothing, 20],
  ['nothing', nothing, 40],
  ['nothing', nothing, 80],
  ['nothing but longer sessions', onlyLonger, 40],
]

function falseAlarms(count: number, seed: number): Verdict {
  const figures: string[] = []
  const violations: string[] = []
  for (const [what, truth, sessions] of empty) {
    const people = readPeople(truth, { count, sessions, seed })
    const rates = Object.entries(alarms).map(([name, isAlarm]) => {
      const hits = people.filter((patterns) => patterns.some(isAlarm)).length
      if (wilson(hits, count).low > mostFalse)
        violations.push(`${name}: told of ${hits} of ${count} with ${what}, ${sessions} sessions`)
      return `${name} ${share(hits, count)}`
    })
    figures.push(`${what}, ${sessions} sessions: ${rates.join(', ')}`)
  }
  return { figures: figures.join('; '), violations }
}

function powers(count: number, seed: number): Verdict {
  const figures: string[] = []
  const violations: string[] = []
  for (const [i, { name, truth, eyes, sizes, found }] of plants.entries()) {
    const rates = sizes.map(({ sessions, floor = 0 }) => {
      const hits = readPeople(truth, { count, sessions, seed: seed + 100_000 * (i + 1), ...(eyes && { eyes }) }).filter(
        found,
      ).length
      if (wilson(hits, count).high < floor)
        violations.push(`${name}: found in ${hits} of ${count}, ${sessions} sessions`)
      return `${share(hits, count)} of ${sessions}`
    })
    figures.push(`${name}: ${rates.join(', ')}`)
  }
  return { figures: figures.join('; '), violations }
}

interface Asked extends Person {
  count: number
}

const readPeople = (truth: Truth, { count, seed, ...person }: Asked): Pattern[][] =>
  Array.from({ length: count }, (_, i) => findPatterns(makePerson(truth, { ...person, seed: seed + i })).patterns)

/** Of people whose sessions grow: how often their traps are said to drift, as they do or do not. */
function drifts(count: number, seed: number): Verdict {
  const asked = [
    { name: 'traps, as many in all words', rate: () => 3, floor: 0, most: mostFalse },
    { name: 'traps that fall from 8 to 1 in 1,000 words', rate: (place: number) => 8 - 7 * place, floor: 0.8, most: 1 },
  ]
  const told = asked.map(({ name, rate, floor, most }) => {
    const people = Array.from({ length: count }, (_, i) => makeThinker({ sessions: 40, seed: seed + i, rate }))
    const hits = people.filter((person) => findPatterns(person).patterns.some(isDriftOfTraps)).length
    const { low, high } = wilson(hits, count)
    const isWrong = low > most || high < floor
    return { figures: `${name}: ${share(hits, count)} of 40`, violations: isWrong ? [`${name}: told of ${hits}`] : [] }
  })
  return {
    figures: told.map(({ figures }) => figures).join('; '),
    violations: told.flatMap(({ violations }) => violations),
  }
}

const isDriftOfTraps = ({ kind, subjects }: Pattern) => kind === 'belief' && subjects[0]?.label === 'thinking traps'

const share = (hits: number, of: number) => `${((100 * hits) / of).toFixed(1)} %`

/** Of series without anything, as many p values lie below each bound as the bound says. */
function chances(count: number, seed: number): Verdict {
  const chance = createChance(seed)
  const series = Array.from({ length: count }, () => Array.from({ length: 40 }, () => Math.round(8 * chance.next())))
  const tests = {
    'Mann–Kendall': series.map((values) => mannKendall(values.map((value, time) => ({ time, value }))).p),
    'change point': series.map((values) => findChange(values)?.p ?? 1),
  }
  const violations = Object.entries(tests).flatMap(([name, ps]) =>
    [0.01, 0.05, 0.1, 0.25, 0.5, 0.75].flatMap((bound) => {
      const { low, high } = wilson(ps.filter((p) => p < bound).length, count)
      // A little room beside the interval: values have ties, and the trend test is a little careful on purpose.
      return low > bound * 1.2 || high < bound * 0.6
        ? [`${name}: ${low.toFixed(3)} to ${high.toFixed(3)} of p lie below ${bound}`]
        : []
    }),
  )
  return {
    figures: `p values of ${count} empty series ${violations.length === 0 ? 'are uniform' : 'are not uniform'}`,
    violations,
  }
}

/** The same bytes in any order of sessions and elements. */
function orders(seed: number): Verdict {
  const chance = createChance(seed)
  const violations = plants.flatMap(({ name, truth }, i) => {
    const record = makePerson(truth, { sessions: 60, seed: seed + i })
    const shuffled = record.sessions
      .map((session) => ({ place: chance.next(), session: { ...session, elements: session.elements.toReversed() } }))
      .sort((a, b) => a.place - b.place)
      .map(({ session }) => session)
    const again = { ...record, sessions: shuffled, actions: record.actions.toReversed() }
    const [one, other] = [record, again].map((each) => JSON.stringify(findPatterns(each)))
    return one === other ? [] : [`${name}: other patterns in another order`]
  })
  return { figures: `${plants.length} people in two orders are read alike`, violations }
}
