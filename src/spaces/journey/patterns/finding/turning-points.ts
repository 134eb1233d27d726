/**
 * Where something stands at another level than before. Pleasantness is asked alone; the others are adjusted for how many
 * were asked. The place is told as a range of days, and with what else is different after it.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { adjust } from '../statistics/benjamini-hochberg.ts'
import { findChange, findRateChange, type ChangePoint } from '../statistics/change-point.ts'
import { rateOf } from '../statistics/exposure.ts'
import { fisherMore } from '../statistics/fisher.ts'
import { feelingsOf, patternOf, pointsOf, quotesOf, rounded, valenceSubject } from './drafting.ts'
import { countsOf, movable, type Finder, type Reading, type Track } from './reading.ts'
import { believed } from './trends.ts'

const leastSessions = 6

export const turningPoints: Finder = {
  kind: 'turning-point',
  wants: 20,
  find: (reading) => [...turnOfValence(reading), ...turnsOfTracks(reading)],
}

function turnOfValence(reading: Reading): Pattern[] {
  const known = reading.sessions.flatMap(({ valence, day }, i) => (valence === null ? [] : [{ i, valence, day }]))
  const change = findChange(known.map(({ valence }) => valence))
  if (known.length < turningPoints.wants || !change || change.p >= believed) return []
  const at = known[change.at]?.i ?? 0
  const around = known.slice(Math.max(0, change.at - 10), change.at + 10).map(({ i }) => i)
  const values = reading.sessions.map(({ valence }) => valence)
  const days = known.map(({ day }) => day)
  const topic = topicAfter(reading, at)
  return [
    {
      ...turn(reading, { change, days }),
      sentence: sentences.valenceTurn({ rises: rises(change), day: days[change.at] ?? '', topic }),
      points: pointsOf(reading, values),
      evidence: feelingsOf(reading, around),
    },
  ]
}

function turnsOfTracks(reading: Reading): Pattern[] {
  const { families, topics, sessions } = reading
  const tested = movable([...families, ...topics], reading, leastSessions).flatMap((track) => {
    const counts = countsOf(track, reading)
    const change = findRateChange(counts)
    return change ? [{ track, counts, change }] : []
  })
  const adjusted = adjust(tested.map(({ change }) => change.p))
  const days = sessions.map(({ day }) => day)
  return tested.flatMap(({ track, counts, change }, i) => {
    const q = adjusted[i] ?? 1
    if (q >= believed) return []
    const sentence = sentences.turn({ subject: track.subject, rises: rises(change), day: days[change.at] ?? '' })
    const points = pointsOf(reading, counts.map(rateOf))
    return { ...turn(reading, { change, days, track }), q, sentence, points, evidence: quotesOf(reading, track) }
  })
}

interface Turn {
  change: ChangePoint
  /** Of the values that were asked. */
  days: readonly string[]
  track?: Track
}

/** The range is from the last day that is surely before it to the first of its latest place. */
function turn(reading: Reading, { change, days, track }: Turn): Pattern {
  const unit = track ? 'share of sentences' : 'pleasantness from −1 to 1'
  return patternOf(reading, {
    kind: 'turning-point',
    subjects: [track?.subject ?? valenceSubject],
    sentence: '',
    effect: {
      name: 'difference of levels',
      per: `${unit}, after less before`,
      value: rounded(change.after - change.before),
      low: null,
      high: null,
    },
    n: days.length,
    counted: 'sessions',
    p: change.p,
    wouldChange: sentences.turnWouldChange({ since: days.length - change.at }),
    from: days[change.from - 1] ?? '',
    to: days[change.to] ?? days.at(-1) ?? '',
  })
}

const rises = ({ before, after }: ChangePoint) => after > before

/** The topic that comes up more often afterwards than chance explains, if there is one. */
function topicAfter({ topics, sessions }: Reading, at: number): string | null {
  const candidates = topics.map(({ subject, bySession }) => {
    const both = [...bySession.keys()].filter((i) => i >= at).length
    const p = fisherMore({ all: sessions.length, one: sessions.length - at, other: bySession.size, both })
    return { label: subject.label, p }
  })
  const believable = candidates.filter(({ p }) => p * candidates.length < believed)
  const [best] = believable.toSorted((a, b) => a.p - b.p)
  return best?.label ?? null
}
