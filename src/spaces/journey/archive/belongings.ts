/**
 * What belongs to a person beside their sessions, as it travels: actions with how they came to be where they are, own
 * topics and words, and what they wrote about spans of time.
 */
import { z } from 'zod'
import { CalendarDay } from '#contract/id'
import { actionLimits, ActionStatus, DueOn, MadeBy, Priority } from '../actions/contract.ts'
import { Field } from '../actions/derive-action.ts'
import { Span } from '../elements/contract.ts'
import { longestReflection } from '../report/contract.ts'
import { NamedKind, Sense } from '../taxonomy/contract.ts'
import { Id, Moment, Words } from './fields.ts'

const Move = z.object({
  id: Id,
  from: ActionStatus,
  to: ActionStatus,
  by: MadeBy,
  /** The session and the words in it that it was made for, with the follow-up that it was read as. */
  sessionId: Id.nullable(),
  span: Span.extend({ quote: Words.max(20_000) }).nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  followUpId: Id.nullable(),
  at: Moment,
})

export const PortableAction = z.object({
  id: Id,
  /** What is meant, whatever the words. */
  key: Words.max(2_000),
  title: Words.min(1).max(actionLimits.title),
  detail: Words.max(actionLimits.detail),
  dueDay: CalendarDay.nullable(),
  dueTime: DueOn.shape.time.unwrap(),
  dueWords: Words.max(500).nullable(),
  recurrence: Words.max(500).nullable(),
  monthDay: z.int().min(1).max(31).nullable().default(null),
  priority: Priority,
  status: ActionStatus,
  grade: Words.max(100).nullable(),
  polarity: z.enum(['do', 'avoid']),
  topic: Words.max(actionLimits.topic).nullable(),
  /** What the person set: no analysis changes it any more. */
  touched: z.array(Field).max(10),
  origin: z.enum(['person', 'session']),
  dueSetAt: Moment.nullable(),
  remindedOf: Words.max(100).nullable(),
  moves: z.array(Move).max(10_000),
  /** Follow-ups that may be about it, each with its place among the candidates. */
  questions: z.array(z.object({ followUpId: Id, ordinal: z.int().min(0).max(100) })).max(1_000),
  createdAt: Moment,
  updatedAt: Moment,
})
export type PortableAction = z.infer<typeof PortableAction>

const PortableTopic = z.object({ id: Id, label: Words.min(1).max(60), domain: Words.min(1).max(60), createdAt: Moment })

const PortableWord = z.object({
  id: Id,
  kind: NamedKind,
  /** Null where the word stands for nothing of its kind. */
  label: Words.min(1).max(60).nullable(),
  term: Words.min(1).max(60),
  sense: Sense,
  /** The element whose decision said so; null when the person did. */
  elementId: Id.nullable(),
  createdAt: Moment,
})

const PortableReflection = z.object({
  from: CalendarDay,
  to: CalendarDay,
  text: Words.max(longestReflection),
  updatedAt: Moment,
})

/** By the name of the file that each list stands in. */
export const rowSchemas = {
  actions: PortableAction,
  'own-topics': PortableTopic,
  'own-words': PortableWord,
  reflections: PortableReflection,
}
export type BelongingName = keyof typeof rowSchemas
export const belongingNames = ['actions', 'own-topics', 'own-words', 'reflections'] as const satisfies BelongingName[]

export type Belongings = { [Name in BelongingName]: z.infer<(typeof rowSchemas)[Name]>[] }

export const noBelongings = (): Belongings => ({ actions: [], 'own-topics': [], 'own-words': [], reflections: [] })
