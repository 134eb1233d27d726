/** Taking a whole journey along and bringing it back, on the wire: an export is a file, an import a job with a preview. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, FileId, Instant } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { Job } from '#core/jobs/contract'

/** What an import may bring. `docs/limits.md` lists them. */
export const archiveLimits = {
  /** Of the file that is sent. */
  bytes: 256 * 1024 * 1024,
  entries: 20_000,
  /** Of one file in an archive, and of all together, unpacked. */
  entryBytes: 256 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  /** Of one file of words or rows: what has to be read at once. */
  readBytes: 64 * 1024 * 1024,
  sessions: 10_000,
  elements: 5_000,
  spans: 500,
  /** Actions, own topics, own words, and spans of time that something was written about, each. */
  belongings: 10_000,
  /** What could not be read: so many are named, all are counted. */
  faults: 50,
}

/** `json` is complete; the others hold what their form can hold. */
export const ArchiveFormat = z.enum(['json', 'csv', 'markdown', 'vtt'])
export type ArchiveFormat = z.infer<typeof ArchiveFormat>

/** A finished export: a zip archive among the files of the person, kept for a week. Ask the file for a link to it. */
export const JourneyExport = z.object({
  fileId: FileId,
  format: ArchiveFormat,
  /** Bytes. */
  size: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
})
export type JourneyExport = z.infer<typeof JourneyExport>

/** What could not be read: where it stands in the file, and why. */
export const ImportFault = z.object({ place: z.string(), why: z.string() })
export type ImportFault = z.infer<typeof ImportFault>

/** `known` counts sessions that are there already, in the bin too. The first of the faults; `unreadable` counts all. */
const ImportCounts = z.object({ known: z.int(), unreadable: z.int(), faults: z.array(ImportFault) })

/** How many of what belongs to a person beside their sessions. */
export const BelongingCounts = z.object({ actions: z.int(), topics: z.int(), words: z.int(), reflections: z.int() })
export type BelongingCounts = z.infer<typeof BelongingCounts>
const none: BelongingCounts = { actions: 0, topics: 0, words: 0, reflections: 0 }

export const ImportPreview = ImportCounts.extend({
  fresh: z.int(),
  from: CalendarDay.nullable(),
  to: CalendarDay.nullable(),
  /** The first of those that would be added. */
  sessions: z.array(z.object({ title: z.string(), date: CalendarDay, characters: z.int(), elements: z.int() })),
  /** What is in it; how much of that is there already shows once it is added. */
  belongings: BelongingCounts,
  /** Whether there are settings of Journey in it. */
  hasSettings: z.boolean(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportResult = ImportCounts.extend({ added: z.int(), belongings: BelongingCounts.default(none) })
export type ImportResult = z.infer<typeof ImportResult>

export const nothingToImport = defineProblem({
  name: 'journey/nothing-to-import',
  status: 422,
  title: 'Nothing in this can be imported',
})

const archive = defineNoun({ name: 'journey.archive', about: 'Exports of all sessions, and imports' })

const upload = { maxBytes: archiveLimits.bytes }

export const archiveApi = {
  exportJourney: endpoint({
    method: 'POST',
    path: '/journey/export',
    summary: 'Puts the sessions of a span of time into one zip archive; an earlier one goes',
    access: archive.write,
    body: z.object({
      format: ArchiveFormat.default('json'),
      from: CalendarDay.optional(),
      to: CalendarDay.optional(),
    }),
    status: 202,
    reply: Job,
  }),
  getJourneyExport: endpoint({
    method: 'GET',
    path: '/journey/export',
    summary: 'The newest archive of sessions and the job that makes one, where there are such',
    access: archive.read,
    reply: z.object({ archive: JourneyExport.nullable(), job: Job.nullable() }),
  }),
  previewImport: endpoint({
    method: 'POST',
    path: '/journey/import-preview',
    summary: 'Reads an archive and tells what would be added; nothing is kept',
    access: archive.read,
    footprint: 'small',
    upload,
    reply: ImportPreview,
    problems: [nothingToImport],
  }),
  importJourney: endpoint({
    method: 'POST',
    path: '/journey/import',
    summary: 'Adds what is in an archive, a .json, .csv, .md or .vtt file; what is there already stays as it is',
    access: archive.write,
    query: z.object({
      /** `take` also sets the settings of Journey as they stand in the archive. */
      settings: z.enum(['keep', 'take']).default('keep'),
    }),
    upload,
    status: 202,
    reply: Job,
    problems: [nothingToImport],
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/journey/import',
    summary: 'The newest import: its job, and what came of it',
    access: archive.read,
    reply: z.object({ job: Job.nullable(), result: ImportResult.nullable() }),
  }),
}
