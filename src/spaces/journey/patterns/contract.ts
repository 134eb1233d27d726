/** Patterns on the wire: what changes, returns and hangs together over many sessions, with the numbers and the quotes. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { ElementId, ElementKind, SessionId, Span } from '../elements/contract.ts'

/** Topic of the live connection: `journey.patterns-refreshed`, once a new reading is stored. */
export const patternsTopic = 'journey.patterns'

/** `link` is "often followed by", never "causes". */
export const PatternKind = z.enum([
  'trend',
  'co-occurrence',
  'turning-point',
  'recurrence',
  'link',
  'follow-through',
  'challenge',
  'belief',
  'forecast',
  'cascade',
])
export type PatternKind = z.infer<typeof PatternKind>

/**
 * What a pattern speaks of: `valence` is how pleasant a session is as a whole, `affect` all pleasant or all unpleasant
 * feelings, `domain` all topics of one.
 */
export const PatternSubject = z.object({
  kind: z.enum(['valence', 'affect', 'family', 'domain', 'trap', ...ElementKind.options]),
  label: z.string(),
})
export type PatternSubject = z.infer<typeof PatternSubject>

/** A place in a session that a pattern was read from, with the element that stands there; null where none does. */
export const PatternEvidence = Span.extend({
  /** The sentences that hold the quote, cut around it where they are long; missing where a reading was stored without them. */
  sentence: z.string().optional(),
  sessionId: SessionId,
  elementId: ElementId.nullable(),
  day: CalendarDay,
})
export type PatternEvidence = z.infer<typeof PatternEvidence>

/** One value a session, or one a month for `forecast`. Bounds where there is an interval. */
export const PatternPoint = z.object({
  day: CalendarDay,
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
})
export type PatternPoint = z.infer<typeof PatternPoint>

/** How large it is: `name` in the field's term ("Theil–Sen slope"), `per` what it is counted in. Bounds are of 95 %. */
const PatternEffect = z.object({
  name: z.string(),
  value: z.number(),
  per: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const Pattern = z.object({
  /** The same while kind and subjects are the same. */
  key: z.string(),
  kind: PatternKind,
  subjects: z.array(PatternSubject).min(1),
  /** "Anger eases: half as often as in March." */
  sentence: z.string(),
  effect: PatternEffect,
  /** How many, and of what. */
  n: z.int(),
  counted: z.enum(['sessions', 'passages', 'actions', 'mentions']),
  /** Null where nothing is tested, such as a rate with its interval. */
  p: z.number().nullable(),
  /** Adjusted for how many were tested (Benjamini–Hochberg). */
  q: z.number().nullable(),
  /** "Three more sessions without anger would make this clear." */
  wouldChange: z.string(),
  /** Of a turning point the range of days that it may lie in; of others the first and last day. */
  from: CalendarDay,
  to: CalendarDay,
  points: z.array(PatternPoint),
  evidence: z.array(PatternEvidence),
  /** Of a challenge that persists, for example `persistent`, `easing`, `returned`; of a cascade its strength. */
  badges: z.array(z.string()),
})
export type Pattern = z.infer<typeof Pattern>

/** `too-few` where the kind wants more sessions than there are. */
export const KindStanding = z.object({
  kind: PatternKind,
  standing: z.enum(['found', 'none', 'too-few']),
  has: z.int(),
  wants: z.int(),
})

export const Patterns = z.object({
  /** Of the reading that these come from; null before the first. `isFresh` is false while a newer one is on its way. */
  computedAt: Instant.nullable(),
  isFresh: z.boolean(),
  sessions: z.int(),
  kinds: z.array(KindStanding),
  patterns: z.array(Pattern),
})
export type Patterns = z.infer<typeof Patterns>

/** A session in the pictures: how much each family of feelings weighs in it, and what it is about. */
export const PictureSession = z.object({
  sessionId: SessionId,
  day: CalendarDay,
  title: z.string(),
  /** −1 … 1; null where nothing was analysed. */
  valence: z.number().nullable(),
  families: z.record(z.string(), z.number()),
  topics: z.array(z.string()),
})
export type PictureSession = z.infer<typeof PictureSession>

/** How many passages speak of both, and how many would by chance. */
export const MatrixCell = z.object({
  topic: z.string(),
  family: z.string(),
  passages: z.int(),
  expected: z.number(),
  evidence: z.array(PatternEvidence),
})
export type MatrixCell = z.infer<typeof MatrixCell>

/** What the pictures are drawn from. `isCut` when there are more sessions than the newest that are told. */
export const PatternPictures = z.object({
  sessions: z.array(PictureSession),
  matrix: z.array(MatrixCell),
  isCut: z.boolean(),
})
export type PatternPictures = z.infer<typeof PatternPictures>

const patterns = defineNoun({ name: 'journey.patterns', about: 'What changes and returns over many sessions' })

const ofKind = <const Path extends string>(path: Path, summary: string) =>
  endpoint({ method: 'GET', path, summary, access: patterns.read, keep: 'until-commit', reply: Patterns })

export const patternsApi = {
  listPatterns: endpoint({
    method: 'GET',
    path: '/patterns',
    summary: 'All patterns, with how each kind stands',
    access: patterns.read,
    keep: 'until-commit',
    query: z.object({ kind: PatternKind.optional() }),
    reply: Patterns,
  }),
  listTrends: ofKind('/patterns/trends', 'What rises or falls with time'),
  listCorrelations: ofKind('/patterns/correlations', 'What stands together, and what is often followed by what'),
  listTurningPoints: ofKind('/patterns/turning-points', 'Where something stands at another level than before'),
  listRecurrence: ofKind('/patterns/recurrence', 'What comes back'),
  listCascades: ofKind('/patterns/cascade', 'Insights that lead to each other'),
  listForecasts: ofKind('/patterns/forecast', 'What comes up next month, if things go on as they went'),
  listFollowThrough: ofKind('/patterns/follow-through', 'What becomes of what I mean to do'),
  listPersistentChallenges: ofKind('/patterns/challenges', 'What stays in the way'),
  listBeliefDrift: ofKind('/patterns/beliefs', 'How what I hold true changes'),
  getPictures: endpoint({
    method: 'GET',
    path: '/patterns/pictures',
    summary: 'What the pictures of my sessions are drawn from',
    access: patterns.read,
    keep: 'until-commit',
    query: z.object({ from: CalendarDay.optional(), to: CalendarDay.optional() }),
    reply: PatternPictures,
  }),
}
