/**
 * What becomes of what a person means to do: how much of what they decided on was done and how soon, where that differs
 * from the rest, and what was said again and again without a step towards it.
 */
import type { Pattern } from '../contract.ts'
import type { ReadAction } from '../reading/record.ts'
import { sentences } from '../sentences.ts'
import { wilson } from '../statistics/wilson.ts'
import { patternOf, pointsOf, quotesOf, rounded } from './drafting.ts'
import { outcomes } from './outcomes.ts'
import { elementsById, type Finder, type PlacedElement, type Reading, type Track } from './reading.ts'

const leastSaid = 3

export const followThrough: Finder = {
  kind: 'follow-through',
  wants: 6,
  find(reading) {
    const sayings = elementsById(reading, 'action')
    return [...outcomes(reading, sayings), ...neverStarted(reading, sayings)]
  },
}

function neverStarted(reading: Reading, sayings: ReadonlyMap<string, PlacedElement>): Pattern[] {
  const waiting = reading.actions.filter(({ hasBegun }) => !hasBegun)
  return waiting
    .map((action) => trackOf(action, sayings))
    .filter(({ bySession }) => bySession.size >= leastSaid)
    .map((track) => saidAgain(reading, track))
}

function trackOf({ title, elements }: ReadAction, sayings: ReadonlyMap<string, PlacedElement>): Track {
  const placed = elements.flatMap((id) => sayings.get(id) ?? [])
  const sessions = [...Map.groupBy(placed, ({ at }) => at)]
  const bySession = new Map(sessions.map(([at, list]) => [at, list.map(({ element }) => element)]))
  return { subject: { kind: 'action', label: title }, bySession }
}

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
