/** Content of a session: text or a file comes in, the transcript grows, and the analysis is queued, all in one write. */
import { Problem, invalidRequest } from '#contract/problem'
import type { IncomingFile } from '#contract/endpoint'
import type { Tx } from '#core/db'
import type { StoredBytes } from '#core/files'
import type { Job } from '#core/jobs/contract'
import { toJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import { contentLimits, contentTooLong, type Content, type Preview, type TextEncoding } from '../contract.ts'
import { readCrisis } from '../analyser/crisis/crisis.ts'
import type { Crisis } from '../analyser/findings.ts'
import { splitPassages } from '../analyser/text/passages.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { addCrisis } from '../crisis/crisis.ts'
import { readBytes, readText, type Reading } from './reading/reading.ts'
import { journeyTables, type ContentRow } from '../schema.ts'
import { readContents, toContent } from '../sessions/session-pages.ts'
import { findSession, tell, type Mine } from '../sessions/sessions.ts'
import { appendToTranscript } from './transcript.ts'

/** What a request brings: text, or a file with an encoding that the person chose. */
export interface Brought {
  body: { text: string } | undefined
  file: IncomingFile | undefined
  encoding: TextEncoding | undefined
}

interface ReadContent extends Reading {
  name: string
  bytes: StoredBytes | undefined
  /** Of which help is shown before anything is analysed. */
  crisis: readonly Crisis[]
}

const previewLength = 4000

export async function addContent(core: Core, mine: Mine, brought: Brought): Promise<{ content: Content; job: Job }> {
  await findSession(core.db.read, mine)
  const { body, file, encoding } = brought
  if (!file) return keepContent(core, mine, written(textOf(body)))
  const bytes = await core.files.put(file.stream, { maxBytes: contentLimits.bytes })
  try {
    const about = { name: nameOf(file.name), type: bytes.type, encoding }
    const reading = readBytes(await core.files.read(bytes.id), about)
    return await keepContent(core, mine, { ...reading, name: about.name, bytes, crisis: heardIn(reading.text) })
  } catch (error) {
    await core.files.discard(bytes)
    throw error
  }
}

function written(given: string): ReadContent {
  const reading = readText(given)
  return { ...reading, name: '', bytes: undefined, crisis: heardIn(reading.text) }
}

/** A longer text is left to its analysis, which does not hold up others. */
const atOnce = 20_000
const heardIn = (text: string) => (text.length > atOnce ? [] : readCrisis(text, splitPassages(text)))

/** Adds a text within a larger change. */
export const keepText = (core: Core, tx: Tx, { text, ...mine }: Mine & { text: string }) =>
  keepRead(core, tx, { mine, read: written(text) })

const keepContent = (core: Core, mine: Mine, read: ReadContent) =>
  core.db.write((tx) => keepRead(core, tx, { mine, read }))

async function keepRead(core: Core, tx: Tx, { mine, read }: { mine: Mine; read: ReadContent }) {
  const row = await insertContent(core, tx, { mine, read })
  const { revision, start } = await appendToTranscript(tx, mine.id, read)
  await addCrisis(tx, { sessionId: mine.id, start, found: read.crisis })
  await tell(core, tx, { ...mine, name: 'journey.content-added', payload: { contentId: row.id } })
  return { content: toContent(row), job: await queueAnalysis(core, tx, { ...mine, revision }) }
}

/** Reads what would be added and keeps nothing. */
export async function previewContent({ files }: Pick<Core, 'files'>, brought: Brought): Promise<Preview> {
  const { segments: _, text, ...read } = await readPassing(files, brought)
  const name = brought.file ? nameOf(brought.file.name) : ''
  return { ...read, name, text: beginningOf(text), characters: text.length }
}

/** Ends before half a character rather than after it. */
const beginningOf = (text: string) => text.slice(0, previewLength).replace(/[\uD800-\uDBFF]$/, '')

async function readPassing(files: Core['files'], { body, file, encoding }: Brought): Promise<Reading> {
  if (!file) return readText(textOf(body))
  const bytes = await collect(file)
  return readBytes(bytes, { name: nameOf(file.name), type: await files.typeOf(bytes), encoding })
}

function textOf(body: { text: string } | undefined) {
  if (!body) throw new Problem(invalidRequest, 'Send text as JSON, or one file as multipart/form-data.')
  return body.text
}

const longestName = 200

/** Browsers send a bare name; programs may send a path. A name that is too long keeps its end, which tells the format. */
function nameOf(given: string) {
  const name = (given.split(/[\\/]/).at(-1) ?? '').replaceAll('\0', '')
  return name.slice(-longestName).toWellFormed() || 'file'
}

async function collect({ stream }: IncomingFile) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > contentLimits.bytes) throw new Problem(contentTooLong, 'This file is larger than Cairn takes here.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function insertContent({ files, newId, now }: Core, tx: Tx, { mine, read }: { mine: Mine; read: ReadContent }) {
  await findSession(tx, mine)
  const before = await readContents(tx, mine.id)
  if (before.length >= contentLimits.perSession) {
    throw new Problem(
      contentTooLong,
      `A session takes ${contentLimits.perSession} parts. Make a new session for this one.`,
    )
  }
  if (read.bytes) await files.record(tx, read.bytes, { owner: mine.owner, name: read.name })
  const row: ContentRow = {
    id: newId(),
    session_id: mine.id,
    ordinal: before.length,
    file_id: read.bytes?.id ?? null,
    name: read.name,
    format: read.format,
    encoding: read.encoding,
    warnings: toJson(read.warnings),
    characters: read.text.length,
    created_at: now(),
  }
  await journeyTables(tx).insertInto('journey_contents').values(row).execute()
  return row
}
