/**
 * A session as it travels: all that is known of it but for whose it is. Every format of an archive is written from this
 * shape and read into it, and nothing that does not hang together passes: what is read may have been made by anybody.
 */
import { z } from 'zod'
import { CalendarDay } from '#contract/id'
import { actionLimits } from '../actions/contract.ts'
import { crisisSchema, followUpSchema } from '../analyser/findings.ts'
import { archiveLimits } from './contract.ts'
import { Id, Moment, Words } from './fields.ts'
import {
  contentLimits,
  ElementKind,
  ElementStatus,
  ElementTraits,
  Segment,
  TextEncoding,
  TextFormat,
} from '../contract.ts'

const Place = z.int().min(0)

const PortableSpan = z.object({ start: Place, end: Place, quote: Words })

export const PortableElement = z.object({
  id: Id,
  kind: ElementKind,
  key: Words.min(1).max(4_000),
  label: Words.min(1).max(500),
  proposedLabel: Words.min(1).max(500),
  traits: ElementTraits,
  confidence: z.number().min(0).max(1),
  status: ElementStatus,
  analyser: Words.max(200),
  spans: z.array(PortableSpan).min(1).max(archiveLimits.spans),
  /** The action that it says, which may be gone: what a person deleted is not found again. Null where it says none. */
  saying: z
    .object({ action: Id, topic: Words.max(actionLimits.topic).nullable() })
    .nullable()
    .default(null),
  createdAt: Moment,
  updatedAt: Moment,
})
export type PortableElement = z.infer<typeof PortableElement>

export const PortableContent = z.object({
  id: Id,
  name: Words.max(200),
  format: TextFormat,
  encoding: TextEncoding,
  warnings: z.array(Words.max(1_000)).max(100),
  characters: Place,
  createdAt: Moment,
  /** Where its bytes are, beside the session, with their sha256 in hex; null for what was written or is gone. */
  file: z.object({ path: z.string().max(400), hash: z.string().length(64) }).nullable(),
})
export type PortableContent = z.infer<typeof PortableContent>

/** What it says of an earlier action, and what came of that. */
export const PortableFollowUp = z.object({
  id: Id,
  key: Words.min(1).max(20_000),
  verdict: followUpSchema.shape.verdict,
  what: Words.min(1).max(120),
  score: z.number().min(0).max(1),
  span: PortableSpan,
  state: z.enum(['unmatched', 'moved', 'asked', 'answered', 'taken-back']),
  createdAt: Moment,
  updatedAt: Moment,
})
export type PortableFollowUp = z.infer<typeof PortableFollowUp>

const Passage = z.object({ start: Place, end: Place })

export const PortableSession = z.object({
  id: Id,
  title: Words.trim().min(1).max(200),
  date: CalendarDay,
  description: Words.max(5_000),
  clientName: Words.max(200),
  professionalName: Words.max(200),
  createdAt: Moment,
  updatedAt: Moment,
  language: Words.max(40).nullable(),
  isAnalysed: z.boolean(),
  valence: z.number().min(-1).max(1).nullable(),
  analysedRevision: Place.nullable(),
  analysedAt: Moment.nullable().default(null),
  /** Where it sounds like a crisis. */
  crisis: z.array(crisisSchema).max(2_000).default([]),
  passages: z.array(Passage).max(200_000),
  contents: z.array(PortableContent).max(contentLimits.perSession),
  /** Null where nothing was added yet. */
  transcript: z
    .object({
      revision: z.int().min(1),
      text: Words.max(contentLimits.characters),
      segments: z.array(Segment).max(200_000),
    })
    .nullable(),
  elements: z.array(PortableElement).max(archiveLimits.elements),
  followUps: z.array(PortableFollowUp).max(archiveLimits.elements).default([]),
})
export type PortableSession = z.infer<typeof PortableSession>

/** Reads a session that somebody sent. Throws a `Fault` whose words say what is wrong with it. */
export function readPortable(given: unknown): PortableSession {
  const { data, error } = PortableSession.safeParse(given)
  if (!data) throw new Fault(firstIssue(error, 'session'))
  assertCoherent(data)
  return data
}

/** Why one thing of an archive is left out. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

export function firstIssue({ issues }: z.ZodError, name: string) {
  const [issue] = issues
  if (!issue) return `It is no ${name}.`
  const field = issue.path.map(String).join('.').slice(0, 100)
  return `${field === '' ? `It is no ${name}` : `“${field}” is not as it should be`}: ${issue.message.slice(0, 200)}`
}

/** What the rest of Journey relies on: quotes that stand where they say, places inside of the text, no twins. */
function assertCoherent(session: PortableSession) {
  const { elements, contents } = session
  assertInside(session)
  const text = session.transcript?.text ?? ''
  for (const { spans, label } of elements) assertQuotes(text, spans, `A quote of “${label.slice(0, 60)}”`)
  const others = [...session.crisis, ...session.followUps].map(({ span }) => span)
  assertQuotes(text, others, 'A quote')
  assertUnique(elements.map(({ kind, key }) => `${kind} ${key}`))
  assertUnique(elements.map(({ id }) => id))
  assertUnique(contents.map(({ id }) => id))
  assertUnique(session.followUps.map(({ id }) => id))
  assertUnique(session.followUps.map(({ key }) => key))
}

function assertInside({ transcript, passages, analysedRevision }: PortableSession) {
  const { revision, text, segments } = transcript ?? { revision: 0, text: '', segments: [] }
  const isInside = ({ start, end }: { start: number; end: number }) => start >= 0 && start <= end && end <= text.length
  if (!passages.every(isInside)) throw new Fault('A sentence lies outside of its text.')
  if (!segments.every(isInside)) throw new Fault('A turn lies outside of its text.')
  if ((analysedRevision ?? 0) > revision) throw new Fault('It was analysed before it was written.')
}

type Quote = z.infer<typeof PortableSpan>

function assertQuotes(text: string, spans: readonly Quote[], name: string) {
  const isExact = spans.every(({ start, end, quote }) => end > start && text.slice(start, end) === quote)
  if (!isExact) throw new Fault(`${name} does not stand in the text.`)
}

function assertUnique(keys: readonly string[]) {
  if (new Set(keys).size < keys.length) throw new Fault('The same thing stands in it twice.')
}
