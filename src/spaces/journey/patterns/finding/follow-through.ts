/**
 * What becomes of what a person means to do: intentions that were said again and again without a step towards them.
 */
import type { Pattern } from '../contract.ts'
import { sentences } from '../sentences.ts'
import { wilson } from '../statistics/wilson.ts'
import { patternOf, pointsOf, quotesOf, rounded } from './drafting.ts'
import { tracksOf, type Finder, type Reading, type Track } from './reading.ts'

const leastSaid = 3

export const followThrough: Finder = {
  kind: 'follow-through',
  wants: 6,
  find: (reading) =>
    tracksOf(
      reading.sessions,
      ({ kind, label }) => (kind === 'action' ? [{ kind, label }] : []),
      ({ key }) => key,
    ).flatMap((track) => (isOnlySaid(track) ? [saidAgain(reading, track)] : [])),
}

const isOnlySaid = ({ bySession }: Track) =>
  bySession.size >= leastSaid &&
  [...bySession.values()].flat().every(({ traits }) => traits.action?.grade !== 'taking-steps')

function saidAgain(reading: Reading, track: Track): Pattern {
  const said = track.bySession.size
  const { share, low, high } = wilson(0, said)
  return patternOf(reading, {
    kind: 'follow-through',
    subjects: [track.subject],
    sentence: sentences.saidAgain({ label: track.subject.label, said }),
    effect: {
      name: 'share with Wilson interval',
      per: 'time it was said, with a step',
      value: share,
      low: rounded(low),
      high: rounded(high),
    },
    n: said,
    counted: 'sessions',
    wouldChange: sentences.saidAgainWouldChange,
    points: pointsOf(
      reading,
      reading.sessions.map((_, i) => (track.bySession.has(i) ? 1 : 0)),
    ),
    evidence: quotesOf(reading, track),
    badges: ['never-started'],
  })
}
