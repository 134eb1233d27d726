/** Sessions of the record as they travel, one after the other. */
import { z } from 'zod'
import type { Reader } from '#core/db'
import { fromJson } from '#std/json'
import type { FollowUpRow } from '../actions/schema.ts'
import { crisisSchema } from '../analyser/findings.ts'
import { ElementKind, ElementStatus, Span, TextEncoding, TextFormat } from '../contract.ts'
import { readTranscript } from '../contents/transcript.ts'
import { spansOf, traitsOf } from '../elements/stored-elements.ts'
import { journeyTables, type ContentRow, type ElementRow, type SessionRow } from '../schema.ts'
import { readContents } from '../sessions/session-pages.ts'
import { PortableFollowUp, type PortableContent, type PortableElement, type PortableSession } from './portable.ts'

export interface TimeSpan {
  from?: string | undefined
  to?: string | undefined
}

/** A session with the ids of its files, by content. */
export interface StoredSession {
  session: PortableSession
  files: ReadonlyMap<string, string>
}

/** Those that are not in the bin, by date. */
export async function* readSessions(reader: Reader, owner: string, span: TimeSpan): AsyncGenerator<StoredSession> {
  for (const { id } of await listIds(reader, owner, span)) {
    const row = await findRow(reader, id)
    if (row) yield await readStored(reader, row)
  }
}

export async function listIds(reader: Reader, owner: string, { from, to }: TimeSpan): Promise<{ id: string }[]> {
  let query = journeyTables(reader).selectFrom('journey_sessions').select('id').where('owner', '=', owner)
  if (from) query = query.where('date', '>=', from)
  if (to) query = query.where('date', '<=', to)
  return query.where('deleted_at', 'is', null).orderBy('date').orderBy('id').execute()
}

const findRow = (reader: Reader, id: string): Promise<SessionRow | undefined> =>
  journeyTables(reader)
    .selectFrom('journey_sessions')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

const Passages = z.array(z.object({ start: z.int(), end: z.int() }))
const Warnings = z.array(z.string())
const Crises = z.array(crisisSchema)

async function readStored(reader: Reader, row: SessionRow): Promise<StoredSession> {
  const contents = await readContents(reader, row.id)
  const transcript = await readTranscript(reader, row.id)
  const session = {
    id: row.id,
    title: row.title,
    date: row.date,
    description: row.description,
    clientName: row.client_name,
    professionalName: row.professional_name,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    language: row.language,
    isAnalysed: row.is_analysed === 1,
    valence: row.valence,
    analysedRevision: row.analysed_revision,
    analysedAt: row.analysed_at,
    crisis: row.crisis === null ? [] : fromJson(Crises, row.crisis),
    passages: fromJson(Passages, row.passages),
    contents: contents.map(toContent),
    transcript: transcript.revision === 0 ? null : transcript,
    elements: await readElements(reader, row.id),
    followUps: (await readFollowUps(reader, row.id)).map(toFollowUp),
  }
  return { session, files: new Map(contents.flatMap(({ id, file_id }) => (file_id === null ? [] : [[id, file_id]]))) }
}

async function readElements(reader: Reader, sessionId: string): Promise<PortableElement[]> {
  const rows = await journeyTables(reader)
    .selectFrom('journey_elements')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('place')
    .orderBy('id')
    .execute()
  const sayings = await journeyTables(reader)
    .selectFrom('journey_action_sayings')
    .selectAll()
    .where('session_id', '=', sessionId)
    .execute()
  const said = new Map(sayings.map(({ element_id, action_id: action, topic }) => [element_id, { action, topic }]))
  return rows.map((row) => ({ ...toElement(row), saying: said.get(row.id) ?? null }))
}

const readFollowUps = (reader: Reader, sessionId: string): Promise<FollowUpRow[]> =>
  journeyTables(reader)
    .selectFrom('journey_follow_ups')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const { verdict: Verdict, state: State } = PortableFollowUp.shape

const toFollowUp = (row: FollowUpRow): PortableFollowUp => ({
  id: row.id,
  key: row.key,
  verdict: Verdict.parse(row.verdict),
  what: row.what,
  score: row.score,
  span: fromJson(Span, row.span),
  state: State.parse(row.state),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

function toContent(row: ContentRow): PortableContent {
  return {
    id: row.id,
    name: row.name,
    format: TextFormat.parse(row.format),
    encoding: TextEncoding.parse(row.encoding),
    warnings: fromJson(Warnings, row.warnings),
    characters: row.characters,
    createdAt: row.created_at,
    file: null,
  }
}

function toElement(row: ElementRow) {
  return {
    id: row.id,
    kind: ElementKind.parse(row.kind),
    key: row.key,
    label: row.label,
    proposedLabel: row.proposed_label,
    traits: traitsOf(row),
    confidence: row.confidence,
    status: ElementStatus.parse(row.status),
    analyser: row.analyser,
    spans: spansOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
