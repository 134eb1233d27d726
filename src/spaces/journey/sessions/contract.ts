/** Sessions on the wire: their facts, content, transcript, and how far their analysis is. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, ChangeId, Instant, JobId, idOf } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { Job } from '#core/jobs/contract'
import { ElementKind, SessionId, sessionNotFound } from '../elements/contract.ts'

export const ContentId = idOf('content')
export type ContentId = z.infer<typeof ContentId>
/** Largest upload of text in bytes, and longest text in UTF-16 code units. */
export const contentLimits = { bytes: 8 * 1024 * 1024, characters: 2_500_000, perSession: 50 }

export const TextFormat = z.enum(['text', 'markdown', 'vtt', 'srt'])
export type TextFormat = z.infer<typeof TextFormat>

/** Encodings that text files are read in; the names are those of the WHATWG Encoding Standard. */
export const TextEncoding = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1252',
  'koi8-r',
  'ibm866',
  'iso-8859-2',
])
export type TextEncoding = z.infer<typeof TextEncoding>

/** `empty` has no content yet; `waiting` and `analysing` follow the job; `failed` keeps the text and says why on the job. */
export const SessionState = z.enum(['empty', 'waiting', 'analysing', 'ready', 'failed'])
export type SessionState = z.infer<typeof SessionState>

const Title = z.string().trim().min(1, 'A title needs at least one character.').max(200)
const Description = z.string().max(5000)
const OtherName = z.string().trim().max(200)

const SessionDraft = z.object({
  /** Left out: made from the date. */
  title: Title.optional(),
  /** The person's calendar day; left out: today, UTC. */
  date: CalendarDay.optional(),
  description: Description.optional(),
  clientName: OtherName.optional(),
  professionalName: OtherName.optional(),
})

export const Content = z.object({
  id: ContentId,
  kind: z.enum(['text', 'file']),
  name: z.string(),
  format: TextFormat,
  encoding: TextEncoding,
  /** What could not be read as meant, in plain words; empty when all was. */
  warnings: z.array(z.string()),
  characters: z.int(),
  createdAt: Instant,
})
export type Content = z.infer<typeof Content>

export const SessionSummary = z.object({
  id: SessionId,
  title: z.string(),
  date: CalendarDay,
  state: SessionState,
  excerpt: z.string(),
  /** Strongest first, rejected ones left out. */
  emotions: z.array(z.string()),
  topics: z.array(z.string()),
  counts: z.record(ElementKind, z.int()),
  createdAt: Instant,
  updatedAt: Instant,
})
export type SessionSummary = z.infer<typeof SessionSummary>

export const Session = SessionSummary.extend({
  description: z.string(),
  clientName: z.string(),
  professionalName: z.string(),
  contents: z.array(Content),
  /** BCP 47; null before the first analysis. */
  language: z.string().nullable(),
  /** False when there is no analyser for the language: the text is kept and searchable. */
  isAnalysed: z.boolean(),
  /** −1 unpleasant … 1 pleasant; null before the first analysis. */
  valence: z.number().min(-1).max(1).nullable(),
  /** Whether the text sounds like a crisis, and how grave; null where it does not. Help is shown, nothing else is done. */
  crisis: z.enum(['urgent', 'concern']).nullable(),
  jobId: JobId.nullable(),
  revision: z.int(),
})
export type Session = z.infer<typeof Session>

/** A turn or cue of the transcript; offsets in UTF-16 code units, times in milliseconds from the start. */
export const Segment = z.object({
  start: z.int(),
  end: z.int(),
  speaker: z.string().nullable(),
  startsAt: z.int().nullable(),
  endsAt: z.int().nullable(),
})
export type Segment = z.infer<typeof Segment>

export const Transcript = z.object({ revision: z.int(), text: z.string(), segments: z.array(Segment) })
export type Transcript = z.infer<typeof Transcript>

export const Preview = z.object({
  name: z.string(),
  format: TextFormat,
  encoding: TextEncoding,
  /** Other encodings in which the bytes are readable, likeliest first. */
  alternatives: z.array(TextEncoding),
  /** The beginning, up to 4,000 code units. */
  text: z.string(),
  characters: z.int(),
  warnings: z.array(z.string()),
})
export type Preview = z.infer<typeof Preview>

export const contentEmpty = defineProblem({
  name: 'journey/content-empty',
  status: 422,
  title: 'There is no text in this',
})
export const contentUnreadable = defineProblem({
  name: 'journey/content-unreadable',
  status: 422,
  title: 'This cannot be read as text',
})
export const contentTooLong = defineProblem({
  name: 'journey/content-too-long',
  status: 413,
  title: 'This text is too long',
})
export const nothingToAnalyse = defineProblem({
  name: 'journey/nothing-to-analyse',
  status: 409,
  title: 'There is nothing to analyse yet',
})

export const rangeTooLarge = defineProblem({
  name: 'journey/range-too-large',
  status: 413,
  title: 'These are too many sessions at once',
})

/** Days, both included. */
export const Range = z.object({ from: CalendarDay, to: CalendarDay })
export type Range = z.infer<typeof Range>

const encodingQuery = z.object({
  /** Read the file in this encoding instead of the one that is recognised. */
  encoding: TextEncoding.optional(),
})
const byDate = z.enum(['newest', 'oldest'])

const sessions = defineNoun({ name: 'journey.sessions', about: 'Reflection sessions and their text' })
export const sessionsApi = {
  listSessions: endpoint({
    method: 'GET',
    path: '/sessions',
    summary: 'My sessions by date',
    access: sessions.read,
    keep: 'until-commit',
    query: PageQuery.extend({
      order: byDate.default('newest'),
      from: CalendarDay.optional(),
      to: CalendarDay.optional(),
    }),
    reply: pageOf(SessionSummary),
  }),
  createSession: endpoint({
    method: 'POST',
    path: '/sessions',
    summary: 'Makes an empty session',
    access: sessions.write,
    body: SessionDraft,
    status: 201,
    reply: Session,
  }),
  getSession: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId',
    summary: 'One session',
    access: sessions.read,
    reply: Session,
    problems: [sessionNotFound],
  }),
  updateSession: endpoint({
    method: 'PATCH',
    path: '/sessions/:sessionId',
    summary: 'Changes title, date, description or names; can be undone',
    access: sessions.write,
    body: SessionDraft,
    reply: z.object({ session: Session, changeId: ChangeId }),
    problems: [sessionNotFound],
  }),
  deleteSession: endpoint({
    method: 'DELETE',
    path: '/sessions/:sessionId',
    summary: 'Deletes a session with all that belongs to it; can be undone for thirty days',
    access: sessions.write,
    reply: z.object({ changeId: ChangeId }),
    problems: [sessionNotFound],
  }),
  countSessions: endpoint({
    method: 'GET',
    path: '/journey/range',
    summary: 'How many sessions a span of time holds, and how many of the same days are in the bin',
    access: sessions.read,
    query: Range,
    reply: z.object({ sessions: z.int(), inBin: z.int() }),
  }),
  deleteSessions: endpoint({
    method: 'POST',
    path: '/journey/range/delete',
    summary: 'Puts the sessions of a span of time into the bin as one change, or erases them for good',
    access: sessions.write,
    footprint: 'frees',
    body: Range.extend({
      /** `erase` takes what is in the bin, too, and cannot be undone. */
      way: z.enum(['bin', 'erase']),
    }),
    reply: z.object({ sessions: z.int(), changeId: ChangeId.nullable() }),
    problems: [rangeTooLarge],
  }),
  addContent: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/content',
    summary: 'Adds text, or a .txt, .md, .vtt or .srt file, and starts the analysis',
    access: sessions.write,
    query: encodingQuery,
    body: z.object({ text: z.string().max(contentLimits.characters) }),
    maxBodyBytes: contentLimits.bytes * 2,
    upload: { maxBytes: contentLimits.bytes },
    status: 202,
    reply: z.object({ content: Content, job: Job }),
    problems: [sessionNotFound, contentEmpty, contentUnreadable, contentTooLong],
  }),
  previewContent: endpoint({
    method: 'POST',
    path: '/journey/content-preview',
    summary: 'Reads a file and shows what would be added; nothing is kept',
    access: sessions.read,
    footprint: 'small',
    query: encodingQuery,
    body: z.object({ text: z.string().max(contentLimits.characters) }),
    maxBodyBytes: contentLimits.bytes * 2,
    upload: { maxBytes: contentLimits.bytes },
    reply: Preview,
    problems: [contentEmpty, contentUnreadable, contentTooLong],
  }),
  getTranscript: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId/transcript',
    summary: 'The whole text of a session with its turns',
    access: sessions.read,
    reply: Transcript,
    problems: [sessionNotFound],
  }),
  analyseSession: endpoint({
    method: 'POST',
    path: '/sessions/:sessionId/analyse',
    summary: 'Analyses a session again; decisions stay',
    access: sessions.write,
    status: 202,
    reply: Job,
    problems: [sessionNotFound, nothingToAnalyse],
  }),
  getProgress: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId/progress',
    summary: 'How far the analysis of a session is',
    access: sessions.read,
    reply: z.object({ state: SessionState, job: Job.nullable(), counts: z.record(ElementKind, z.int()) }),
    problems: [sessionNotFound],
  }),
}
