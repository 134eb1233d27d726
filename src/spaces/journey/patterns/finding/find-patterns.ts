/**
 * All patterns of one person. Pure: the same record gives the same patterns to the byte, in whatever order its sessions
 * come, because they are put in order first and chance is seeded by the values it shuffles.
 */
import type { KindStanding, Pattern } from '../contract.ts'
import type { z } from 'zod'
import type { PersonRecord } from '../reading/record.ts'
import { beliefs } from './beliefs.ts'
import { cascade } from './cascade.ts'
import { challenges } from './challenges.ts'
import { coOccurrence } from './co-occurrence.ts'
import { followThrough } from './follow-through.ts'
import { forecasts } from './forecast.ts'
import { lagLinks } from './lag-links.ts'
import { layOut, type Finder, type Reading } from './reading.ts'
import { recurrence } from './recurrence.ts'
import { trends } from './trends.ts'
import { turningPoints } from './turning-points.ts'

export interface Findings {
  /** How many sessions they were read from. */
  sessions: number
  kinds: z.infer<typeof KindStanding>[]
  patterns: Pattern[]
}

/** In the order in which they are told. */
const finders: readonly Finder[] = [
  trends,
  coOccurrence,
  turningPoints,
  recurrence,
  lagLinks,
  followThrough,
  challenges,
  beliefs,
  forecasts,
  cascade,
]

/** The limit stands in docs/limits.md. */
const mostOfKind = 20

export function findPatterns(record: PersonRecord): Findings {
  const reading = layOut(record)
  const has = reading.sessions.length
  const found = finders.map((finder) => ({ finder, patterns: has < finder.wants ? [] : surest(finder, reading) }))
  return {
    sessions: has,
    kinds: found.map(({ finder: { kind, wants }, patterns }) => ({
      kind,
      standing: has < wants ? 'too-few' : patterns.length > 0 ? 'found' : 'none',
      has,
      wants,
    })),
    patterns: found.flatMap(({ patterns }) => patterns),
  }
}

/** What is not tested comes by how often it was seen. Of two that are called the same, such as actions, one is told. */
function surest({ find }: Finder, reading: Reading): Pattern[] {
  const found = find(reading).toSorted((a, b) => (a.p ?? 0) - (b.p ?? 0) || b.n - a.n || (a.key < b.key ? -1 : 1))
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap(([first]) => first ?? []).slice(0, mostOfKind)
}
