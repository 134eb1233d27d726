/**
 * Topics that come with heavier or with more pleasant sessions than others do. How pleasant a session is reads surer than
 * any one feeling in it, so this finds early what feelings by name show late. Compared only with sessions of the same
 * quarter of the whole, so that a topic and a mood that both change with time are no link; adjusted for all topics.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { meanDifference, type Difference } from '../statistics/mean-difference.ts'
import { rankSum } from '../statistics/rank-sum.ts'
import { patternOf, quotesOf, rounded, valenceSubject } from './drafting.ts'
import { lineageOf, lineageOfMood, type Related } from './lineage.ts'
import { movable, type Reading, type Track } from './reading.ts'

const leastSessions = 5
const quarters = 4

/** Those with an adjusted p below `believed`. */
export function pleasantnessWith(reading: Reading, topics: readonly Track[], believed: number): Related[] {
  const tested = movable(topics, reading, leastSessions).map((track) => {
    const strata = strataOf(reading, track)
    return { track, strata, test: rankSum(strata) }
  })
  const adjusted = adjust(tested.map(({ test }) => test.p))
  return tested.flatMap(({ track, strata, test: { z, p } }, i) => {
    const q = adjusted[i] ?? 1
    const some = strata.flatMap((stratum) => stratum.some)
    const others = strata.flatMap((stratum) => stratum.others)
    const difference = meanDifference(some, others)
    // Left out where the whole says the opposite of its quarters.
    if (q >= believed || difference.value > 0 !== z > 0) return []
    const pattern = tell(reading, track, { difference, n: some.length, others: others.length, p, q })
    return [{ pattern, one: lineageOf(track), other: lineageOfMood(z > 0 ? 'pleasant' : 'unpleasant') }]
  })
}

interface Told {
  difference: Difference
  n: number
  others: number
  p: number
  q: number
}

function tell(reading: Reading, track: Track, { difference: { value, low, high }, n, others, p, q }: Told): Pattern {
  const topic = track.subject
  const isLighter = value > 0
  return patternOf(reading, {
    kind: 'co-occurrence',
    subjects: [topic, valenceSubject],
    sentence: sentences.pleasantnessWith({ topic, n, others, isLighter }),
    effect: {
      name: 'difference of means',
      per: `pleasantness of sessions about ${topic.label}, less that of others`,
      value: rounded(value),
      low: rounded(low),
      high: rounded(high),
    },
    n: n + others,
    counted: 'sessions',
    p,
    q,
    wouldChange: sentences.pleasantnessWithWouldChange({ topic, isLighter }),
    evidence: quotesOf(reading, track),
  })
}

function strataOf({ sessions }: Reading, { bySession }: Track) {
  const strata = Array.from({ length: quarters }, () => ({ some: new Array<number>(), others: new Array<number>() }))
  sessions.forEach(({ valence }, i) => {
    const stratum = strata[Math.floor((i * quarters) / sessions.length)]
    if (valence !== null) stratum?.[bySession.has(i) ? 'some' : 'others'].push(valence)
  })
  return strata
}
