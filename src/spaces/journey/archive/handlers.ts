/** The endpoints of exports and imports. */
import type { Handlers, IncomingFile } from '#contract/endpoint'
import { invalidRequest, Problem } from '#contract/problem'
import type { Caller } from '#core/auth'
import type { StoredBytes } from '#core/files'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { archiveLimits, type archiveApi } from './contract.ts'
import { exportKind, type ExportPayload } from './export-journey.ts'
import { beginExport, findExport, toExport } from './exports.ts'
import { importKind, type ImportPayload } from './import-journey.ts'
import { beginImport, findImport, resultOf } from './imports.ts'
import { openArchive } from './opening.ts'
import { survey } from './survey.ts'
import type { z } from 'zod'

export const archiveHandlers: Handlers<typeof archiveApi, Core, Caller, Visit> = {
  exportJourney: (core, { caller, body }) => startExport(core, caller.id, body),
  async getJourneyExport({ db, jobs }, { caller }) {
    const row = await findExport(db.read, caller.id)
    const [job = null] = row ? await jobs.read(caller.id, [row.job_id]) : []
    return { archive: row ? toExport(row) : null, job }
  },
  previewImport: (core, { caller, file }) =>
    holding(core, file, async (bytes, name) => {
      const preview = await surveyBytes(core, { owner: caller.id, bytes, name })
      await core.files.discard(bytes)
      return preview
    }),
  importJourney: (core, { caller, file, query }) =>
    holding(core, file, async (bytes, name) => {
      await surveyBytes(core, { owner: caller.id, bytes, name })
      return startImport(core, caller.id, { bytes, name, settings: query.settings })
    }),
  async getImport({ db, jobs }, { caller }) {
    const row = await findImport(db.read, caller.id)
    const [job = null] = row ? await jobs.read(caller.id, [row.job_id]) : []
    return { job, result: row ? resultOf(row) : null }
  },
}

function startExport({ db, jobs, files }: Core, owner: string, payload: z.infer<typeof ExportPayload>) {
  return db.write(async (tx) => {
    const job = await jobs.enqueue(tx, { kind: exportKind, owner, payload })
    await beginExport(tx, files, { owner, job: job.id, format: payload.format })
    return job
  })
}

/** Keeps the bytes of an upload while they are used; what is refused leaves nothing. */
async function holding<T>(
  { files }: Core,
  file: IncomingFile | undefined,
  use: (bytes: StoredBytes, name: string) => Promise<T>,
) {
  if (!file) throw new Problem(invalidRequest, 'Send one file as multipart/form-data.')
  const bytes = await files.put(file.stream, { maxBytes: archiveLimits.bytes })
  try {
    return await use(bytes, nameOf(file.name))
  } catch (error) {
    await files.discard(bytes)
    throw error
  }
}

const nameOf = (given: string) => (given.split(/[\\/]/).at(-1) ?? '').slice(-200).toWellFormed() || 'archive'

async function surveyBytes(core: Core, { owner, bytes, name }: { owner: string; bytes: StoredBytes; name: string }) {
  await using file = await core.files.open(bytes.id)
  return await survey({ db: core.db, owner }, await openArchive({ file, name, now: core.now() }))
}

interface Starting extends Pick<z.infer<typeof ImportPayload>, 'name' | 'settings'> {
  bytes: StoredBytes
}

function startImport({ db, jobs, files, now }: Core, owner: string, { bytes, name, settings }: Starting) {
  const payload: z.infer<typeof ImportPayload> = { fileId: bytes.id, name, settings }
  return db.write(async (tx) => {
    await files.record(tx, bytes, { owner, name })
    const job = await jobs.enqueue(tx, { kind: importKind, owner, payload })
    await beginImport(tx, files, { owner, job: job.id, file: bytes.id, now: now() })
    return job
  })
}
