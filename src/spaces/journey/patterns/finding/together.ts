/** Counting what stands in the same sentences: tables of two by two, of all sessions and of each. */
import type { Table } from '../statistics/fisher.ts'
import { quote, spread } from './drafting.ts'
import { passagesOf, type Reading, type Track } from './reading.ts'

/** A subject with the sentences of each session in which it stands. */
export interface Counted {
  track: Track
  passages: ReadonlyMap<number, ReadonlySet<number>>
  total: number
}

/** Those that stand in at least `least` sentences. */
export const countable = (tracks: readonly Track[], least: number): Counted[] =>
  tracks.map(countPassages).filter(({ total }) => total >= least)

function countPassages(track: Track): Counted {
  const passages = new Map([...track.bySession.keys()].map((i) => [i, passagesOf(track, i)]))
  return { track, passages, total: [...passages.values()].reduce((sum, { size }) => sum + size, 0) }
}

export interface Pair {
  one: Counted
  other: Counted
  whole: Table
}

/** `all` is how many sentences there are. */
export function countTogether(all: number, one: Counted, other: Counted): Pair {
  const [few, many] = one.passages.size < other.passages.size ? [one, other] : [other, one]
  let both = 0
  for (const [i, passages] of few.passages) both += countBoth(passages, many.passages.get(i))
  return { one, other, whole: { all, one: one.total, other: other.total, both } }
}

function countBoth(some: ReadonlySet<number>, others: ReadonlySet<number> = nothing): number {
  let both = 0
  if (others.size > 0) for (const passage of some) if (others.has(passage)) both += 1
  return both
}

export const countSentences = ({ sessions }: Pick<Reading, 'sessions'>) =>
  sessions.reduce((sum, { passages }) => sum + passages, 0)

/** A table a session; there are many pairs, and few of them are worth it. */
export const tablesOf = (
  { sessions }: Pick<Reading, 'sessions'>,
  { one, other }: Pick<Pair, 'one' | 'other'>,
): Table[] =>
  sessions.map(({ passages: all }, i) => {
    const [some, others] = [one.passages.get(i) ?? nothing, other.passages.get(i) ?? nothing]
    return { all, one: some.size, other: others.size, both: countBoth(some, others) }
  })

const nothing: ReadonlySet<number> = new Set()

const bothIn = ({ one, other }: Pick<Pair, 'one' | 'other'>, i: number): ReadonlySet<number> =>
  one.passages.get(i)?.intersection(other.passages.get(i) ?? nothing) ?? nothing

export const expectedOf = ({ all, one, other }: Table) => (all === 0 ? 0 : (one * other) / all)

export const liftOf = (table: Table) => (table.both === 0 ? 0 : table.both / expectedOf(table))

/** The second of the pair, in sentences that it shares with the first. */
export function quotesOfPair({ sessions }: Pick<Reading, 'sessions'>, pair: Pick<Pair, 'one' | 'other'>) {
  const found = sessions.flatMap((session, i) => {
    const shared = bothIn(pair, i)
    const elements = shared.size === 0 ? [] : (pair.other.track.bySession.get(i) ?? [])
    return elements.flatMap((element) =>
      element.places.filter(({ passage }) => shared.has(passage)).map(({ passage }) => ({ session, element, passage })),
    )
  })
  return spread(found).flatMap(({ session, element, passage }) => quote(session, element, passage))
}
