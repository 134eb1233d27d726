/** How sessions look on the wire: rows, the state of their jobs and what was found, put together for a whole page. */
import { z } from 'zod'
import { JobId } from '#contract/id'
import { readPage, type Reader } from '#core/db'
import type { JobState } from '#core/jobs/contract'
import { fromJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import {
  ContentId,
  SessionId,
  TextEncoding,
  TextFormat,
  type Content,
  type Session,
  type SessionState,
  type SessionSummary,
} from '../contract.ts'
import { gravestOf } from '../crisis/crisis.ts'
import { journeyTables, type ContentRow, type SessionRow } from '../schema.ts'
import { findSession, type Mine } from './sessions.ts'
import { summaryOf } from './summary.ts'

export interface ListQuery {
  cursor?: string | undefined
  limit: number
  order: 'newest' | 'oldest'
  from?: string | undefined
  to?: string | undefined
}

type Reading = Pick<Core, 'db' | 'jobs'>

const Day = z.string()

/** Without what no list shows, such as long descriptions. */
const listed = ['id', 'title', 'date', 'job_id', 'analysed_revision', 'summary', 'created_at', 'updated_at'] as const

export async function listSessions(core: Reading, owner: string, query: ListQuery) {
  const direction = query.order === 'newest' ? 'desc' : 'asc'
  const { rows, next } = await readPage(
    selectMine(core.db.read, owner, query),
    { by: 'date', key: Day, direction },
    query,
  )
  return { items: await summarise(core, owner, rows), next }
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
    crisis: gravestOf(row.crisis),
    jobId: row.job_id === null ? null : JobId.parse(row.job_id),
    revision: await readRevision(core.db.read, row.id),
  }
}

/** The state of a session and its latest job. */
export async function readProgress(core: Reading, mine: Mine) {
  const row = await findSession(core.db.read, mine)
  const [job = null] = await core.jobs.read(mine.owner, row.job_id === null ? [] : [row.job_id])
  const { counts } = await summaryOf(core.db.read, row)
  return { state: stateOf(row, job?.state), job, counts }
}

function selectMine(reader: Reader, owner: string, { from, to }: ListQuery) {
  const mine = journeyTables(reader).selectFrom('journey_sessions').select(listed).where('owner', '=', owner)
  let query = mine.where('deleted_at', 'is', null)
  if (from) query = query.where('date', '>=', from)
  if (to) query = query.where('date', '<=', to)
  return query
}

type ListedRow = Pick<SessionRow, (typeof listed)[number]>

async function summarise({ db, jobs }: Reading, owner: string, rows: readonly ListedRow[]): Promise<SessionSummary[]> {
  const jobIds = rows.flatMap(({ job_id }) => job_id ?? [])
  const states = await jobs.states(owner, jobIds)
  return Promise.all(
    rows.map(async (row) => {
      const { beginning, ...found } = await summaryOf(db.read, row)
      return {
        id: SessionId.parse(row.id),
        title: row.title,
        date: row.date,
        state: stateOf(row, states.get(row.job_id ?? '')),
        excerpt: beginning,
        ...found,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      }
    }),
  )
}

/** An earlier analysis still counts when a later one was cancelled or its job is long gone; imported ones have none. */
function stateOf(
  { job_id, analysed_revision }: Pick<SessionRow, 'job_id' | 'analysed_revision'>,
  state: JobState | undefined,
): SessionState {
  if (job_id === null) return analysed_revision === null ? 'empty' : 'ready'
  switch (state) {
    case 'queued':
      return 'waiting'
    case 'running':
    case 'waiting':
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
