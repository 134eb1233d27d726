/** Opens what somebody brings, whichever form it has, and gives its sessions one after the other. */
import type { FileHandle } from 'node:fs/promises'
import { Problem } from '#contract/problem'
import { openZip, type ZipEntry } from '#core/zip'
import { readBytes } from '../contents/reading/reading.ts'
import { belongingNames, type BelongingName, type Belongings } from './belongings.ts'
import { archiveLimits, nothingToImport } from './contract.ts'
import {
  isBelongingTable,
  readRows,
  rowsOfJson,
  rowsOfTable,
  type ReadBelongings,
  type Rows,
} from './formats/belongings.ts'
import { csvNames, isOwnTable, readCsv } from './formats/csv.ts'
import { orFault, readPage, readDiary } from './formats/diaries.ts'
import { manifestName, readJson, readManifest, sessionName } from './formats/json.ts'
import { readMarkdown } from './formats/markdown.ts'
import { readVtt } from './formats/vtt.ts'
import { Fault, type PortableSession } from './portable.ts'

/** A session that was read, with where the bytes of its contents are; or why something was not read. */
export type Item =
  { place: string; session: PortableSession; files: ReadonlyMap<string, ZipEntry> } | { place: string; why: string }

export interface Opened {
  settings: Record<string, unknown>
  belongings: Belongings
  items(): AsyncGenerator<Item>
}

interface Brought {
  file: FileHandle
  name: string
  now: number
}

/** The file must stay open while items are read. Refuses what holds nothing that Journey can read. */
export async function openArchive({ file, name, now }: Brought): Promise<Opened> {
  const parts = (await isZip(file)) ? await openZip(file, archiveLimits) : [await loneFile(file, name)]
  const archive = new Map(parts.filter(({ path }) => !isClutter(path)).map((part) => [part.path, part]))
  const manifest = archive.get(manifestName)
  const settings = manifest ? await readSettings(manifest) : {}
  const { belongings, faults } = await readBelongings(archive)
  async function* items() {
    yield* faults
    yield* readItems(archive, now)
  }
  return { settings, belongings, items }
}

/** Lists beside the manifest of a complete archive, or tables beside that of the sessions. */
async function readBelongings(archive: Part['archive']): Promise<ReadBelongings> {
  const rows = new Map<BelongingName, Rows>()
  const faults: ReadBelongings['faults'] = []
  for (const name of belongingNames) {
    const [json, csv] = [archive.get(`${name}.json`), archive.get(`${name}.csv`)]
    try {
      if (json && archive.has(manifestName)) rows.set(name, rowsOfJson(name, await readWords(json)))
      else if (csv && archive.has(csvNames.sessions)) rows.set(name, rowsOfTable(name, await readWords(csv)))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push({ place: name, why: error.message })
    }
  }
  const read = readRows(rows)
  return { belongings: read.belongings, faults: [...faults, ...read.faults] }
}

const isBelonging = (archive: Part['archive'], path: string) =>
  archive.has(manifestName) && belongingNames.some((name) => path === `${name}.json`)

async function isZip(file: FileHandle) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
  return bytesRead === 4 && buffer.toString('latin1').startsWith('PK')
}

async function loneFile(file: FileHandle, name: string): Promise<ZipEntry> {
  const { size } = await file.stat()
  const read = async () => {
    const { buffer } = await file.read(Buffer.alloc(size), 0, size, 0)
    return buffer
  }
  return {
    path: name.replaceAll('/', '_'),
    size,
    read,
    async *bytes() {
      yield await read()
    },
  }
}

/** What systems put into archives beside what a person put there. */
const isClutter = (path: string) => /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(path)

async function readSettings(manifest: ZipEntry) {
  try {
    return readManifest(await readWords(manifest)).settings
  } catch (error) {
    if (error instanceof Fault) throw new Problem(nothingToImport, error.message)
    throw error
  }
}

async function* readItems(archive: ReadonlyMap<string, ZipEntry>, now: number): AsyncGenerator<Item> {
  const folders = [...archive.keys()].filter((path) => nameIn(path) === sessionName).map(folderIn)
  const isOfSession = (path: string) => folders.some((folder) => folder !== '' && path.startsWith(`${folder}files/`))
  for (const [path, part] of archive) {
    if (path === manifestName || isBelonging(archive, path) || isOfSession(path)) continue
    yield* readPart({ archive, part, now })
  }
}

const nameIn = (path: string) => path.split('/').at(-1) ?? ''
const folderIn = (path: string) => path.slice(0, path.length - nameIn(path).length)

interface Part {
  archive: ReadonlyMap<string, ZipEntry>
  part: ZipEntry
  now: number
}

async function* readPart(about: Part): AsyncGenerator<Item> {
  const { archive, part } = about
  const place = part.path.slice(-200)
  try {
    for (const read of await sessionsIn(about)) {
      yield read instanceof Fault ? { place, why: read.message } : withFiles({ archive, part }, read)
    }
  } catch (error) {
    if (!(error instanceof Fault || error instanceof Problem)) throw error
    yield { place, why: error.message }
  }
}

async function sessionsIn({ archive, part, now }: Part): Promise<Iterable<PortableSession | Fault>> {
  switch (/\.(\w+)$/.exec(part.path.toLowerCase())?.[1] ?? '') {
    case 'json':
      return readJson(await readWords(part))
    case 'csv':
    case 'tsv':
      return tableIn(archive, part, now)
    case 'md':
    case 'markdown':
    case 'txt':
    case 'vtt':
    case 'srt':
      return [await pageIn(part, now)]
    default:
      throw new Fault('Cairn reads .zip, .json, .csv, .md, .txt, .vtt and .srt here.')
  }
}

async function tableIn(archive: Part['archive'], part: ZipEntry, now: number) {
  const { text } = readBytes(await bytesOf(part), { name: 'table.txt', type: 'text/plain' })
  const folder = folderIn(part.path)
  if (nameIn(part.path) === csvNames.elements && archive.has(folder + csvNames.sessions)) return []
  if (isBelongingTable(text)) return []
  if (!isOwnTable(text)) return readDiary(text, now)
  const elements = archive.get(folder + csvNames.elements)
  return readCsv({ sessions: text, elements: elements && (await readWords(elements)) })
}

async function pageIn(part: ZipEntry, now: number): Promise<PortableSession> {
  const bytes = await bytesOf(part)
  const own = part.path.endsWith('.vtt') ? readVtt : readMarkdown
  const text = tryUtf8(bytes)
  const session = text === undefined ? undefined : own(text)
  if (session) return session
  const reading = readBytes(bytes, { name: part.path, type: 'text/plain' })
  const page = orFault(() => readPage({ name: part.path, reading, at: now }))
  if (page instanceof Fault) throw page
  return page
}

async function bytesOf(part: ZipEntry) {
  if (part.size > archiveLimits.readBytes) throw new Fault('This file is larger than Cairn reads at once. Divide it.')
  return part.read()
}

async function readWords(part: ZipEntry): Promise<string> {
  const text = tryUtf8(await bytesOf(part))
  if (text === undefined) throw new Fault('This file is not in UTF-8, or it is damaged.')
  return text
}

function tryUtf8(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Each file that a content names must be there. */
function withFiles({ archive, part }: Omit<Part, 'now'>, session: PortableSession): Item {
  const place = part.path.slice(-200)
  const files = new Map<string, ZipEntry>()
  for (const { id, file, name } of session.contents) {
    if (!file) continue
    const entry = archive.get(folderIn(part.path) + file.path)
    if (!entry) return { place, why: `The file “${name}” is not in this archive. Send the whole archive.` }
    files.set(id, entry)
  }
  return { place, session, files }
}
