/** The job that packs the sessions of a span into one zip archive. */
import { z } from 'zod'
import { CalendarDay, FileId } from '#contract/id'
import { defineJob, giveUp } from '#core/jobs'
import type { Entry } from '#core/personal'
import { zipOf } from '#core/zip'
import type { Core } from '../../../core/core.ts'
import { ArchiveFormat } from '../contract.ts'
import { keepExport } from './exports.ts'
import { packBelongings } from './formats/belongings.ts'
import { packCsv } from './formats/csv.ts'
import { packJson } from './formats/json.ts'
import { packMarkdown } from './formats/markdown.ts'
import { packVtt } from './formats/vtt.ts'
import type { PortableSession } from './portable.ts'
import { readBelongings } from './stored-belongings.ts'
import { listIds, readSessions, type TimeSpan } from './stored-sessions.ts'

export const exportKind = 'journey.export-journey'

export const ExportPayload = z.object({
  format: ArchiveFormat,
  from: CalendarDay.optional(),
  to: CalendarDay.optional(),
})

/** Bytes of the largest archive. */
const mostBytes = 64 * 1024 ** 3

const StoredBytes = z.object({ id: FileId, size: z.int(), hash: z.string(), type: z.string() })

export const exportJourney = defineJob({
  kind: exportKind,
  payload: ExportPayload,
  steps: ['pack', 'keep'],
  async run(core: Core, { id: job, owner, payload, signal, ...work }) {
    const { format } = payload
    const bytes = await work.step('pack', StoredBytes, async () => {
      const total = (await listIds(core.db.read, owner, payload)).length
      if (total === 0) throw giveUp('There is no session in this span of time, so there is nothing to export.')
      const told = (done: number) => work.progress(done, total)
      const zip = zipOf(pack(core, { owner, format, span: payload, told }), { at: core.now(), signal })
      return core.files.put(zip, { maxBytes: mostBytes })
    })
    await work.write('keep', (tx) => keepExport(tx, core.files, { owner, job, format, bytes, now: core.now() }))
  },
})

interface Packing {
  owner: string
  format: ArchiveFormat
  span: TimeSpan
  told: (done: number) => void
}

function pack(core: Core, { owner, format, span, told }: Packing): AsyncIterable<Entry> {
  const read = () => readSessions(core.db.read, owner, span)
  switch (format) {
    case 'json':
      return packWhole(core, { owner, span, sessions: counted(read(), told) })
    case 'csv':
      return packTables(core, { owner, span })
    case 'markdown':
      return packMarkdown(alone(counted(read(), told)))
    case 'vtt':
      return packVtt(alone(counted(read(), told)))
  }
}

interface Whole {
  owner: string
  span: TimeSpan
  sessions: ReturnType<typeof readSessions>
}

async function* packWhole(core: Core, { owner, span, sessions }: Whole) {
  const settings = await readSettings(core, owner)
  const belongings = await readBelongings(core.db.read, owner, span)
  yield* packJson({ sessions, settings, belongings, openFile: (id) => openFile(core, id) })
}

async function* packTables({ db }: Core, { owner, span }: Omit<Whole, 'sessions'>) {
  yield* packCsv(() => alone(readSessions(db.read, owner, span)))
  yield* packBelongings(await readBelongings(db.read, owner, span), 'csv')
}

/** The person's own settings of Journey. */
export async function readSettings({ settings }: Core, owner: string) {
  const { mine } = await settings.handlers.getSettings(undefined, { caller: { id: owner, role: 'member' } })
  return Object.fromEntries(Object.entries(mine).filter(([name]) => name.startsWith('journey.')))
}

async function openFile({ files, log }: Core, id: string) {
  if (id === '') return undefined
  try {
    return (await files.open(id)).createReadStream()
  } catch (error) {
    log.error({ err: error, file: id }, 'the bytes of a content are missing in an export')
    return undefined
  }
}

async function* counted<T>(sessions: AsyncIterable<T>, told: (done: number) => void) {
  let done = 0
  for await (const session of sessions) {
    yield session
    told((done += 1))
  }
}

async function* alone(sessions: AsyncIterable<{ session: PortableSession }>) {
  for await (const { session } of sessions) yield session
}
