/** A person's record laid out for finding patterns: for each subject, in which sessions it stands and where. */
import type { ElementKind } from '../../elements/contract.ts'
import type { Link } from '../../links/links.ts'
import { affectOf, sideOf } from './lineage.ts'
import type { Pattern, PatternKind, PatternSubject } from '../contract.ts'
import { rateOf, type Count } from '../statistics/exposure.ts'
import { presenceChances } from '../statistics/presence.ts'
import {
  actionsInOrder,
  dayNumber,
  inOrder,
  type PersonRecord,
  type ReadAction,
  type ReadElement,
  type ReadSession,
} from '../reading/record.ts'

/** One subject through all sessions. */
export interface Track {
  subject: PatternSubject
  /** By the number of the session; sessions without it have no entry. */
  bySession: ReadonlyMap<number, readonly ReadElement[]>
}

export interface Reading {
  sessions: readonly ReadSession[]
  /** Days since 1970, one a session. */
  days: readonly number[]
  families: readonly Track[]
  /** All pleasant and all unpleasant feelings. */
  affects: readonly Track[]
  topics: readonly Track[]
  /** Those of which there is more than one topic. */
  domains: readonly Track[]
  traps: readonly Track[]
  beliefs: readonly Track[]
  links: readonly Link[]
  actions: readonly ReadAction[]
  /** In days since 1970. */
  today: number
}

export interface Finder {
  kind: PatternKind
  /** Below so many sessions it says nothing. */
  wants: number
  find(reading: Reading): Pattern[]
}

export function layOut({ sessions: given, links, actions, today }: PersonRecord): Reading {
  const sessions = inOrder(given)
  return {
    sessions,
    days: sessions.map(({ day }) => dayNumber(day)),
    families: tracksOf(sessions, ({ kind, traits: { family } }) =>
      kind === 'emotion' && family !== undefined ? [{ kind: 'family', label: family }] : [],
    ),
    affects: tracksOf(sessions, affectsOf),
    topics: tracksOf(sessions, ({ kind, label }) => (kind === 'topic' ? [{ kind, label }] : [])),
    domains: tracksOf(sessions, domainsOf).filter(isVaried),
    traps: tracksOf(sessions, ({ traits }) => traits.belief?.traps.map((label) => ({ kind: 'trap', label })) ?? []),
    beliefs: tracksOf(sessions, ({ kind, label }) => (kind === 'belief' ? [{ kind, label }] : []), byKey),
    links,
    actions: actionsInOrder(actions),
    today: dayNumber(today),
  }
}

function affectsOf({ kind, traits: { family } }: ReadElement): PatternSubject[] {
  const side = kind === 'emotion' && family !== undefined ? sideOf(family) : undefined
  return side === undefined ? [] : [affectOf(side)]
}

const domainsOf = ({ kind, traits: { domain } }: ReadElement): PatternSubject[] =>
  kind === 'topic' && domain !== undefined ? [{ kind: 'domain', label: domain }] : []

const isVaried = ({ bySession }: Track) =>
  new Set([...bySession.values()].flat().map(({ label }) => label.toLowerCase())).size > 1

const byKey = ({ key }: ReadElement) => key
const byLabel = (_: ReadElement, { label }: PatternSubject) => label.toLowerCase()

/** Named as it is named first; in the order of the names. */
export function tracksOf(
  sessions: readonly ReadSession[],
  subjectsOf: (element: ReadElement, session: ReadSession) => PatternSubject[],
  nameOf: (element: ReadElement, subject: PatternSubject) => string = byLabel,
): Track[] {
  const tracks = new Map<string, { subject: PatternSubject; bySession: Map<number, ReadElement[]> }>()
  sessions.forEach((session, i) => {
    for (const element of session.elements) {
      for (const subject of subjectsOf(element, session)) {
        const name = nameOf(element, subject)
        const track = tracks.get(name) ?? { subject, bySession: new Map<number, ReadElement[]>() }
        tracks.set(name, track)
        track.bySession.set(i, [...(track.bySession.get(i) ?? []), element])
      }
    }
  })
  return [...tracks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, track]) => track)
}

/** An element with its session and the number of it. */
export interface PlacedElement {
  at: number
  session: ReadSession
  element: ReadElement
}

export const elementsById = ({ sessions }: Reading, kind: ElementKind): ReadonlyMap<string, PlacedElement> =>
  new Map(
    sessions.flatMap((session, at) =>
      session.elements.flatMap((element) =>
        element.kind === kind ? [[element.id, { at, session, element }] as const] : [],
      ),
    ),
  )

/** The sentences of a session in which it stands. */
export const passagesOf = ({ bySession }: Track, session: number): ReadonlySet<number> =>
  new Set(bySession.get(session)?.flatMap(({ passages }) => passages))

/** How many those are. The sentences of one element are told once each. */
export function countPassages(track: Track, session: number): number {
  const [first, ...others] = track.bySession.get(session) ?? []
  return others.length === 0 ? (first?.passages.length ?? 0) : passagesOf(track, session).size
}

/** Of each session, in how many of its sentences it stands. */
export const countsOf = (track: Track, { sessions, days }: Reading): Count[] =>
  sessions.map(({ passages }, i) => ({ time: days[i] ?? 0, count: countPassages(track, i), exposure: passages }))

/** Of each session, the share of its sentences in which it stands. */
export const sharesOf = (track: Track, reading: Reading): number[] => countsOf(track, reading).map(rateOf)

/** Of each session the chance that it stands there, if in all sentences alike and in as many sessions as it does. */
export const chancesOf = ({ bySession }: Track, { sessions }: Reading): number[] =>
  presenceChances(
    sessions.map(({ passages }) => passages),
    bySession.size,
  )

/** Those that stand in at least `least` sessions, and are missing in as many. */
export const movable = (tracks: readonly Track[], { sessions }: Reading, least: number): Track[] =>
  tracks.filter(({ bySession: { size } }) => size >= least && sessions.length - size >= least)
