/** The report of a span of time on the wire: words and quotes, never percentages of a person. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { SessionId } from '../elements/contract.ts'
import { Pattern } from '../patterns/contract.ts'

/** The person's own words, with the day they were written: the sentence around what was found, bounded. */
export const ReportQuote = z.object({ sessionId: SessionId, day: CalendarDay, quote: z.string() })
export type ReportQuote = z.infer<typeof ReportQuote>

/** Something that was found on several days, with some of the words for it. `days` counts sessions. */
export const ReportTheme = z.object({
  label: z.string(),
  /** The family of a feeling, the domain of a topic; empty where there is none. */
  branch: z.string(),
  days: z.int(),
  quotes: z.array(ReportQuote),
})
export type ReportTheme = z.infer<typeof ReportTheme>

/** Something with a standing: how it was spoken of first and last. Empty where nothing was said of that. */
export const ReportCourse = z.object({
  label: z.string(),
  first: z.string(),
  last: z.string(),
  quotes: z.array(ReportQuote),
})
export type ReportCourse = z.infer<typeof ReportCourse>

/** `wished` was said, and nobody said yes to it yet; `overdue` stands with the day on which it was due. */
export const StepKind = z.enum(['wished', 'meant', 'begun', 'done', 'dropped', 'overdue'])
export type StepKind = z.infer<typeof StepKind>
export const ReportStep = z.object({ what: StepKind, day: CalendarDay })
export type ReportStep = z.infer<typeof ReportStep>

/** Something that was meant to be done, and what became of it in the span, by day. */
export const ReportAction = z.object({ label: z.string(), steps: z.array(ReportStep), quotes: z.array(ReportQuote) })
export type ReportAction = z.infer<typeof ReportAction>

/** A pattern over many sessions whose days touch the span, and how many of what it was read from. */
export const ReportChange = Pattern.pick({ kind: true, sentence: true, n: true, counted: true })
export type ReportChange = z.infer<typeof ReportChange>

export const Report = z.object({
  from: CalendarDay,
  to: CalendarDay,
  sessions: z.int(),
  words: z.int(),
  /** A day on which something was written, and how many words. */
  days: z.array(z.object({ day: CalendarDay, words: z.int() })),
  /** Strongest first; none in a report that is shared. */
  changes: z.array(ReportChange),
  feelings: z.array(ReportTheme),
  topics: z.array(ReportTheme),
  breakthroughs: z.array(ReportQuote.extend({ label: z.string() })),
  beliefs: z.array(ReportCourse),
  challenges: z.array(ReportCourse),
  /** How many actions took such a step in the span. */
  adherence: z.record(StepKind, z.int()),
  /** By their first step; the last 30. */
  actions: z.array(ReportAction),
  /** What the person wrote about the span; empty where nothing is. */
  reflection: z.string(),
})
export type Report = z.infer<typeof Report>

const Span = z.object({ from: CalendarDay, to: CalendarDay })

const reports = defineNoun({ name: 'journey.reports', about: 'Reports of a span of time, and what I wrote about it' })

/** UTF-16 code units. */
export const longestReflection = 20_000

export const reportApi = {
  getReport: endpoint({
    method: 'GET',
    path: '/journey/report',
    summary: 'What a span of time was about, in my own words; with `markdown`, as text',
    access: reports.read,
    query: Span.extend({ format: z.enum(['json', 'markdown']).default('json') }),
    reply: z.object({ report: Report, markdown: z.string().nullable() }),
  }),
  writeReflection: endpoint({
    method: 'PUT',
    path: '/journey/report/reflection',
    summary: 'Keeps what I write about a span of time; nothing takes it away',
    access: reports.write,
    body: Span.extend({ text: z.string().max(longestReflection) }),
    reply: z.object({ text: z.string(), updatedAt: Instant }),
  }),
}
