/** How sessions look on the wire: rows, the state of their jobs and what was found, put together for a whole page. */
import { z } from 'zod'
import { JobId } from '#contract/id'
import { cursorOf, fromJson, keyOf, type Reader } from '#core/db'
import type { Job } from '#core/jobs/contract'
import type { Core } from '../../../core/core.ts'
import {
  ContentId,
  type ElementKind,
  SessionId,
  TextEncoding,
  TextFormat,
  type Content,
  type Session,
  type SessionState,
  type SessionSummary,
} from '../contract.ts'
import { journeyTables, type ContentRow, type ElementRow, type SessionRow } from '../schema.ts'
import { findSession, type Mine } from './sessions.ts'
import { isOwn } from '../elements/stored-elements.ts'

export interface ListQuery {
  cursor?: string | undefined
  limit: number
  order: 'newest' | 'oldest'
  from?: string | undefined
  to?: string | undefined
}

type Reading = Pick<Core, 'db' | 'jobs'>

const Key = z.tuple([z.string(), z.string()])
const excerptLength = 240
const shownLabels = 3

export async function listSessions(core: Reading, owner: string, query: ListQuery) {
  const rows = await selectPage(core.db.read, owner, query)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? cursorOf([last.date, last.id]) : null
  return { items: await summarise(core, owner, shown), next }
}

export async function readSession(core: Reading, mine: Mine): Promise<Session> {
  const row = await findSession(core.db.read, mine)
  const [summary] = await summarise(core, mine.owner, [row])
  if (!summary) throw new Error('A session was found but could not be summarised')
  const contents = await readContents(core.db.read, row.id)
  return {
    ...summary,
    description: row.description,
    clientName: row.client_name,
    professionalName: row.professional_name,
    contents: contents.map(toContent),
    language: row.language,
    isAnalysed: row.is_analysed === 1,
    valence: row.valence,
    jobId: row.job_id === null ? null : JobId.parse(row.job_id),
    revision: await readRevision(core.db.read, row.id),
  }
}

/** The state of a session and its latest job. */
export async function readProgress(core: Reading, mine: Mine) {
  const row = await findSession(core.db.read, mine)
  const [job = null] = await core.jobs.read(mine.owner, row.job_id === null ? [] : [row.job_id])
  const [summary] = await summarise(core, mine.owner, [row])
  return { state: stateOf(row, job), job, counts: summary?.counts ?? countKinds([]) }
}

function selectPage(reader: Reader, owner: string, { cursor, limit, order, from, to }: ListQuery) {
  const mine = journeyTables(reader).selectFrom('journey_sessions').selectAll().where('owner', '=', owner)
  let query = mine.where('deleted_at', 'is', null)
  if (from) query = query.where('date', '>=', from)
  if (to) query = query.where('date', '<=', to)
  const [beyond, direction] = order === 'newest' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  if (cursor) {
    const [date, id] = keyOf(Key, cursor)
    query = query.where((row) => row.or([row('date', beyond, date), row('date', '=', date).and('id', beyond, id)]))
  }
  return query
    .orderBy('date', direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute()
}

type Found = Pick<ElementRow, 'session_id' | 'kind' | 'label'>

async function summarise({ db, jobs }: Reading, owner: string, rows: readonly SessionRow[]): Promise<SessionSummary[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await readFound(db.read, ids)
  const beginnings = await readBeginnings(db.read, ids)
  const running = await jobs.read(
    owner,
    rows.flatMap(({ job_id }) => (job_id === null ? [] : [job_id])),
  )
  return rows.map((row) => {
    const job = running.find(({ id }) => id === row.job_id)
    return toSummary(row, {
      found: found.filter((one) => one.session_id === row.id),
      job,
      beginning: beginnings.get(row.id) ?? '',
    })
  })
}

/** Strongest first, without what was rejected; absent and other people's feelings are not the person's emotions. */
async function readFound(reader: Reader, sessionIds: readonly string[]): Promise<Found[]> {
  const rows = await journeyTables(reader)
    .selectFrom('journey_elements')
    .select(['session_id', 'kind', 'label', 'traits'])
    .where('session_id', 'in', sessionIds)
    .where('status', '!=', 'rejected')
    .orderBy('confidence', 'desc')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.filter(isOwn)
}

async function readBeginnings(reader: Reader, sessionIds: readonly string[]) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_transcripts')
    .select([
      'session_id',
      (row) => row.fn<string>('substr', ['text', row.lit(1), row.lit(excerptLength)]).as('beginning'),
    ])
    .where('session_id', 'in', sessionIds)
    .execute()
  return new Map(rows.map(({ session_id, beginning }) => [session_id, beginning]))
}

interface Around {
  found: readonly Found[]
  job: Job | undefined
  beginning: string
}

function toSummary(row: SessionRow, { found, job, beginning }: Around): SessionSummary {
  const labels = (kind: ElementKind) => found.filter((one) => one.kind === kind).map(({ label }) => label)
  return {
    id: SessionId.parse(row.id),
    title: row.title,
    date: row.date,
    state: stateOf(row, job ?? null),
    excerpt: beginning.replace(/\s+/g, ' ').trim(),
    emotions: [...new Set(labels('emotion'))].slice(0, shownLabels),
    topics: [...new Set(labels('topic'))].slice(0, shownLabels),
    counts: countKinds(found),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function countKinds(found: readonly Found[]) {
  const count = (kind: ElementKind) => found.filter((one) => one.kind === kind).length
  return {
    emotion: count('emotion'),
    topic: count('topic'),
    belief: count('belief'),
    challenge: count('challenge'),
    insight: count('insight'),
    action: count('action'),
  }
}

/** An earlier analysis still counts when a later one was cancelled or its job is long gone. */
function stateOf({ job_id, analysed_revision }: SessionRow, job: Job | null): SessionState {
  if (job_id === null) return 'empty'
  switch (job?.state) {
    case 'queued':
      return 'waiting'
    case 'running':
      return 'analysing'
    case 'failed':
      return 'failed'
    case 'done':
      return 'ready'
    case 'cancelled':
    case undefined:
      return analysed_revision === null ? 'failed' : 'ready'
  }
}

export const readContents = (reader: Reader, sessionId: string): Promise<ContentRow[]> =>
  journeyTables(reader)
    .selectFrom('journey_contents')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('ordinal')
    .execute()

async function readRevision(reader: Reader, sessionId: string) {
  const query = journeyTables(reader).selectFrom('journey_transcripts').select('revision')
  const row = await query.where('session_id', '=', sessionId).executeTakeFirst()
  return row?.revision ?? 0
}

const Warnings = z.array(z.string())

export function toContent(row: ContentRow): Content {
  return {
    id: ContentId.parse(row.id),
    kind: row.file_id === null ? 'text' : 'file',
    name: row.name,
    format: TextFormat.parse(row.format),
    encoding: TextEncoding.parse(row.encoding),
    warnings: fromJson(Warnings, row.warnings),
    characters: row.characters,
    createdAt: row.created_at,
  }
}
