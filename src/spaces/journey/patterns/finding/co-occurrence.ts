/**
 * What stands together: topics with feelings and with thinking traps, counted by passage, and topics with how pleasant
 * sessions are. A pair of the first is told when it is in at least four passages, 1.3 times as often as by chance, and
 * surer than chance by Fisher's test, adjusted for all pairs; and when its passages come from so many sessions that one
 * full of both is not the reason. Topics are asked alone and by domain, feelings by family and by side, because what is
 * spread over many names is found in none of them; the narrowest that is found is told.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { clusteredMore } from '../statistics/clustered.ts'
import { fisherMore, sumTables, type Table } from '../statistics/fisher.ts'
import { oddsRatio } from '../statistics/odds-ratio.ts'
import { patternOf, rounded } from './drafting.ts'
import { lineageOf, narrowest, type Related } from './lineage.ts'
import { pleasantnessWith } from './pleasantness.ts'
import type { Finder, Reading, Track } from './reading.ts'
import {
  besideFeelings,
  countable,
  countAllPassages,
  countTogether,
  expectedOf,
  liftOf,
  quotesOfPair,
  tablesOf,
  type Pair,
} from './together.ts'

const leastSupport = 4
const leastLift = 1.3
/** Two rounds of questions; together they may be wrong as often as one. */
const believedOfPairs = 0.08
const believedOfPleasantness = 0.02
/** A handful of sessions can never be surer than this, whatever they hold. */
const oneSession = 0.05

export const coOccurrence: Finder = {
  kind: 'co-occurrence',
  wants: 20,
  find(reading) {
    const topics = besideFeelings([...reading.topics, ...reading.domains], reading)
    return narrowest([...pairsOf(reading, topics), ...pleasantnessWith(reading, topics, believedOfPleasantness)])
  },
}

function pairsOf(reading: Reading, topics: readonly Track[]): Related[] {
  const { families, affects, traps } = reading
  const all = countAllPassages(reading)
  const others = countable([...families, ...affects, ...traps], leastSupport, reading)
  const pairs = countable(topics, leastSupport, reading).flatMap((topic) =>
    others.map((other) => countTogether(all, topic, other)),
  )
  const ps = pairs.map((pair) => (pair.whole.both < leastSupport ? 1 : fisherMore(pair.whole)))
  const adjusted = adjust(ps)
  return pairs.flatMap((pair, i) => {
    const [p = 1, q = 1] = [ps[i], adjusted[i]]
    if (q >= believedOfPairs || liftOf(pair.whole) < leastLift) return []
    const tables = tablesOf(reading, pair)
    if (clusteredMore(tables) >= oneSession) return []
    const [one, other] = [lineageOf(pair.one.track), lineageOf(pair.other.track)]
    return [{ pattern: patternOfPair(reading, { ...pair, tables }, { p, q }), one, other }]
  })
}

interface PairBySession extends Pair {
  tables: readonly Table[]
}

function patternOfPair(reading: Reading, pair: PairBySession, sure: { p: number; q: number }): Pattern {
  const { one, other, whole } = pair
  const { ratio, low, high } = oddsRatio(whole)
  const [topic, second] = [one.track.subject, other.track.subject]
  return patternOf(reading, {
    kind: 'co-occurrence',
    subjects: [topic, second],
    sentence: sentences.together({ topic, second, ...whole, expected: expectedOf(whole) }),
    effect: {
      name: 'odds ratio',
      per: `a passage about ${topic.label} against one that is not`,
      value: rounded(ratio),
      low: rounded(low),
      high: rounded(high),
    },
    n: whole.all,
    counted: 'passages',
    ...sure,
    wouldChange: sentences.togetherWouldChange({ topic, second }),
    evidence: quotesOfPair(reading, pair),
    badges: isSteady(pair) ? ['steady'] : [],
  })
}

/** Found in the earlier half as well as in the later one. */
function isSteady({ tables }: PairBySession): boolean {
  const half = Math.floor(tables.length / 2)
  return [tables.slice(0, half), tables.slice(half)].every((part) => liftOf(sumTables(part)) >= leastLift)
}
