/**
 * What patterns are read from: the sessions of one person that were analysed, in the order of their days, each with what
 * was found in it and where. Plain values, so that it can be read from rows, sent to a thread, and made up in tests.
 */
import type { Link } from '../../links/links.ts'
import type { ElementKind, ElementTraits, Span } from '../../elements/contract.ts'
import type { ActionStatus } from '../../actions/contract.ts'

export interface Place {
  /** In UTF-16 code units of the transcript. */
  start: number
  end: number
  quote: string
  /** The number of the sentence. */
  passage: number
}

export interface ReadElement {
  id: string
  kind: ElementKind
  /** Normal form; the same in two sessions where the same was found. */
  key: string
  label: string
  traits: ElementTraits
  /** The numbers of the sentences that it was read from, rising. */
  passages: readonly number[]
  places: readonly Place[]
}

export interface ReadSession {
  id: string
  /** `YYYY-MM-DD`. */
  day: string
  title: string
  /** −1 … 1. */
  valence: number | null
  /** How many sentences it has. */
  passages: number
  /** Of each sentence the number of its paragraph, from 0. */
  paragraphs: readonly number[]
  /** How many words; null where that was not kept. */
  words: number | null
  elements: readonly ReadElement[]
}

/** Something that a person means to do, with what became of it. Days are of their calendar. */
export interface ReadAction {
  id: string
  title: string
  status: ActionStatus
  /** When it was said first, or written down. */
  since: string
  /** When it was done or dropped: the day of the session that tells of it, else of the person's move. */
  endedOn: string | null
  /** The words that tell that it ended. */
  ending: { sessionId: string; span: Span } | null
  /** More than a wish: it was open or begun before it ended. */
  isDecided: boolean
  /** It was once in progress, done or dropped. */
  hasBegun: boolean
  /** It can be done once and for all: no habit, and nothing to refrain from. */
  isSingle: boolean
  /** On the ladder of motivational interviewing. */
  grade: string | null
  topic: string | null
  due: string | null
  /** Ids of the elements that say it. */
  elements: readonly string[]
}

export interface PersonRecord {
  /** In any order. */
  sessions: readonly ReadSession[]
  /** Those that the person sees, in any order. */
  actions: readonly ReadAction[]
  /** Ties between elements of theirs. */
  links: readonly Link[]
  /** The day of the reading, by which what was decided is old or young. */
  today: string
}

/** By day, then by id, which follows the moment at which a session was made. */
export const inOrder = (sessions: readonly ReadSession[]): readonly ReadSession[] =>
  sessions
    .map((session) => ({ ...session, elements: session.elements.toSorted(byPlace) }))
    .sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id))

export const actionsInOrder = (actions: readonly ReadAction[]): readonly ReadAction[] =>
  actions.toSorted((a, b) => compare(a.since, b.since) || compare(a.id, b.id))

const byPlace = (a: ReadElement, b: ReadElement) =>
  (a.passages[0] ?? 0) - (b.passages[0] ?? 0) || compare(a.kind, b.kind) || compare(a.key, b.key) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Days since 1970, for reckoning. */
export const dayNumber = (day: string) => Math.round(Date.parse(day) / 86_400_000)

export const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
