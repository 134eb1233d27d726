/**
 * Counting what stands in the same passages, which are paragraphs: people name what they speak of once and feel about it
 * in the next sentence. Tables of two by two, of all sessions and of each. Where both are read from the same words only,
 * as a topic called anxiety and fear from "anxious", a passage tells nothing and is left out.
 */
import type { Place, ReadSession } from '../reading/record.ts'
import type { Table } from '../statistics/fisher.ts'
import { quote, spread } from './drafting.ts'
import { passagesOf, type Reading, type Track } from './reading.ts'

type Sessions = Pick<Reading, 'sessions'>

/** A subject with its places in each passage of each session in which it stands. */
export interface Counted {
  track: Track
  passages: ReadonlyMap<number, Passages>
  total: number
}

/** Of a long session not all places are kept, so that there may be none. */
type Passages = ReadonlyMap<number, readonly Place[]>

/** Those that stand in at least `least` passages. */
export const countable = (tracks: readonly Track[], least: number, reading: Sessions): Counted[] =>
  tracks.map((track) => countPassages(track, reading)).filter(({ total }) => total >= least)

function countPassages(track: Track, { sessions }: Sessions): Counted {
  const passages = new Map(
    [...track.bySession.keys()].map((i): [number, Passages] => {
      const paragraphOf = (sentence: number) => sessions[i]?.paragraphs[sentence]
      const places = Map.groupBy(placesIn(track, i), ({ passage }) => paragraphOf(passage))
      const numbers = new Set([...passagesOf(track, i)].flatMap((sentence) => paragraphOf(sentence) ?? []))
      return [i, new Map([...numbers].map((number) => [number, places.get(number) ?? []]))]
    }),
  )
  return { track, passages, total: [...passages.values()].reduce((sum, { size }) => sum + size, 0) }
}

const placesIn = ({ bySession }: Track, i: number) => bySession.get(i)?.flatMap(({ places }) => places) ?? []

interface Two {
  one: Counted
  other: Counted
}

export interface Pair extends Two {
  whole: Table
}

/** `all` is how many passages there are. */
export function countTogether(all: number, one: Counted, other: Counted): Pair {
  const [few, many] = one.passages.size < other.passages.size ? [one, other] : [other, one]
  let [both, same] = [0, 0]
  for (const i of few.passages.keys()) {
    if (!many.passages.has(i)) continue
    const shared = sharedIn({ one, other }, i)
    both += shared.both.length
    same += shared.same
  }
  return { one, other, whole: tableOf({ all, one: one.total, other: other.total, both, same }) }
}

const tableOf = ({ all, one, other, both, same }: Table & { same: number }): Table => ({
  all: all - same,
  one: one - same,
  other: other - same,
  both,
})

interface Shared {
  /** Passages in which each is read from words of its own. */
  both: readonly number[]
  /** How many others they share. */
  same: number
}

function sharedIn({ one, other }: Two, i: number): Shared {
  const [some, others] = [one.passages.get(i) ?? nowhere, other.passages.get(i) ?? nowhere]
  const shared = [...some].flatMap(([passage, places]) => {
    const otherPlaces = others.get(passage)
    return otherPlaces ? [{ passage, areTwo: haveOwnWords(places, otherPlaces) }] : []
  })
  const both = shared.filter(({ areTwo }) => areTwo).map(({ passage }) => passage)
  return { both, same: shared.length - both.length }
}

const nowhere: Passages = new Map()

/** The first has, or it is not known. */
const haveOwnWords = (some: readonly Place[], others: readonly Place[]) =>
  some.length === 0 || others.length === 0 || some.some((place) => others.some((other) => !isWithin(place, other)))

const isWithin = (place: Place, other: Place) => place.start >= other.start && place.end <= other.end

/** Topics that are feelings by another name, such as anxiety, are not: that they come with feelings is no finding. */
export function besideFeelings(
  topics: readonly Track[],
  { affects, sessions }: Pick<Reading, 'affects' | 'sessions'>,
): Track[] {
  const felt = sessions.map((_, i) => affects.flatMap((track) => placesIn(track, i)))
  return topics.filter((topic) => {
    const said = [...topic.bySession.keys()].flatMap((i) => placesIn(topic, i).map((place) => ({ i, place })))
    const own = said.filter(({ i, place }) => !felt[i]?.some((other) => isWithin(place, other)))
    return 2 * own.length >= said.length
  })
}

const passagesIn = ({ paragraphs }: ReadSession) => (paragraphs.at(-1) ?? -1) + 1

export const countAllPassages = ({ sessions }: Sessions) =>
  sessions.reduce((sum, session) => sum + passagesIn(session), 0)

/** A table a session; there are many pairs, and few of them are worth it. */
export const tablesOf = ({ sessions }: Sessions, { one, other }: Two): Table[] =>
  sessions.map((session, i) => {
    const [some, others] = [one.passages.get(i) ?? nowhere, other.passages.get(i) ?? nowhere]
    const { both, same } = sharedIn({ one, other }, i)
    return tableOf({ all: passagesIn(session), one: some.size, other: others.size, both: both.length, same })
  })

export const expectedOf = ({ all, one, other }: Table) => (all === 0 ? 0 : (one * other) / all)

export const liftOf = (table: Table) => (table.both === 0 ? 0 : table.both / expectedOf(table))

/** The second of the pair, in passages that it shares with the first. */
export function quotesOfPair({ sessions }: Sessions, { one, other }: Two) {
  const found = sessions.flatMap((session, i) => {
    const shared = new Set(sharedIn({ one, other }, i).both)
    const elements = shared.size === 0 ? [] : (other.track.bySession.get(i) ?? [])
    return elements.flatMap((element) =>
      element.places
        .filter(({ passage }) => shared.has(session.paragraphs[passage] ?? -1))
        .map(({ passage }) => ({ session, element, passage })),
    )
  })
  return spread(found).flatMap(({ session, element, passage }) => quote(session, element, passage))
}
