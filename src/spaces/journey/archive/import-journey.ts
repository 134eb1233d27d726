/**
 * The job that takes an archive in: it is read as a whole first, so that a broken one changes nothing, and then added
 * session by session. Run again after a crash it finds what it added before.
 */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Files, StoredBytes } from '#core/files'
import { defineJob, giveUp, type Work } from '#core/jobs'
import { SettingValue } from '#core/settings/contract'
import type { ZipEntry } from '#core/zip'
import type { Core } from '../../../core/core.ts'
import { archiveLimits, BelongingCounts, ImportResult } from '../contract.ts'
import { admitSession, isKnown } from './admission.ts'
import { admitBelongings } from './admit-belongings.ts'
import { readSettings } from './export-journey.ts'
import { endImport } from './imports.ts'
import { openArchive, type Item, type Opened } from './opening.ts'
import type { PortableSession } from './portable.ts'
import { survey } from './survey.ts'

export const importKind = 'journey.import-journey'

export const ImportPayload = z.object({ fileId: z.string(), name: z.string(), settings: z.enum(['keep', 'take']) })

type ImportWork = Work<z.infer<typeof ImportPayload>>

export const importJourney = defineJob({
  kind: importKind,
  payload: ImportPayload,
  steps: ['read', 'add', 'tie', 'finish'],
  async run(core: Core, work) {
    const { fileId, name, settings } = work.payload
    await using file = await core.files.open(fileId)
    const opened = await openArchive({ file, name, now: core.now() }).catch(asVerdict)
    const total = await work.step('read', z.int(), async () => {
      const { fresh, known, unreadable } = await survey({ db: core.db, owner: work.owner }, opened)
      return fresh + known + unreadable
    })
    const added = await work.step('add', ImportResult, () => addAll(core, work, { opened, total }))
    const about = { owner: work.owner, belongings: opened.belongings }
    const bring = () => core.db.write((tx) => admitBelongings(core, tx, about))
    const result = { ...added, belongings: await work.step('tie', BelongingCounts, bring) }
    if (settings === 'take') await takeSettings(core, work.owner, opened)
    const ended = { owner: work.owner, job: work.id, file: fileId, result }
    await work.write('finish', (tx) => endImport(tx, core.files, ended))
  },
})

function asVerdict(error: unknown): never {
  throw error instanceof Problem ? giveUp(error.message) : error
}

async function addAll(core: Core, work: ImportWork, { opened, total }: { opened: Opened; total: number }) {
  const belongings = { actions: 0, topics: 0, words: 0, reflections: 0 }
  const result: ImportResult = { added: 0, known: 0, unreadable: 0, faults: [], belongings }
  let done = 0
  for await (const item of opened.items()) {
    work.signal.throwIfAborted()
    const outcome = await add(core, work, item)
    if (typeof outcome === 'string') result[outcome] += 1
    else {
      result.unreadable += 1
      if (result.faults.length < archiveLimits.faults) result.faults.push(outcome)
    }
    work.progress((done += 1), total)
  }
  return result
}

async function add(core: Core, work: ImportWork, item: Item) {
  if ('why' in item) return item
  const { session, place } = item
  if (await isKnown(core.db.read, work.owner, session)) return 'known'
  const files = await storeFiles(core.files, item)
  if (!files) return { place, why: 'One of its files is not what it was when it was exported.' }
  const admission = { owner: work.owner, actor: `job:${work.id}`, session, files }
  let isAdded = false
  try {
    isAdded = await core.db.write((tx) => admitSession(core, tx, admission))
  } finally {
    if (!isAdded) await discardAll(core.files, files)
  }
  return isAdded ? 'added' : 'known'
}

interface Bringing {
  session: PortableSession
  files: ReadonlyMap<string, ZipEntry>
}

/** Undefined when one of them is not what the archive says; then none is kept. */
async function storeFiles(files: Files, { session, files: entries }: Bringing) {
  const stored = new Map<string, StoredBytes>()
  try {
    for (const { id, file } of session.contents) {
      const entry = entries.get(id)
      if (!entry || !file) continue
      const bytes = await files.put(entry.bytes(), { maxBytes: archiveLimits.entryBytes })
      stored.set(id, bytes)
      if (bytes.hash === file.hash) continue
      await discardAll(files, stored)
      return undefined
    }
    return stored
  } catch (error) {
    await discardAll(files, stored)
    throw error
  }
}

async function discardAll(files: Files, stored: ReadonlyMap<string, StoredBytes>) {
  for (const bytes of stored.values()) await files.discard(bytes)
}

/** Those that are settings of this Cairn and differ; one whose value is not taken any more is passed over. */
async function takeSettings(core: Core, owner: string, { settings }: Opened) {
  const mine = await readSettings(core, owner)
  for (const [name, value] of Object.entries(settings)) {
    const { data } = SettingValue.safeParse(value)
    if (!(name in mine) || data === undefined || JSON.stringify(mine[name]) === JSON.stringify(data)) continue
    await setOne(core, owner, { [name]: data })
  }
}

async function setOne({ settings, log }: Core, owner: string, body: Record<string, SettingValue>) {
  try {
    await settings.handlers.updateSettings(undefined, { caller: { id: owner, role: 'member' }, body })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.warn({ err: error }, 'a setting of an archive was not taken')
  }
}
