/** Sessions as rows: making, changing, deleting and putting back. Every change tells the log. */
import type { Reader, Tx } from '#core/db'
import { Problem } from '#contract/problem'
import type { Core } from '../../../core/core.ts'
import { journeyTopic, SessionId, sessionNotFound, type SessionId as Id } from '../contract.ts'
import { journeyTables, type SessionRow } from '../schema.ts'

export interface SessionDraft {
  title?: string | undefined
  date?: string | undefined
  description?: string | undefined
  clientName?: string | undefined
  professionalName?: string | undefined
}

/** What a person may change, as it stood before. */
export type SessionFacts = Pick<SessionRow, 'title' | 'date' | 'description' | 'client_name' | 'professional_name'>

export interface Mine {
  owner: string
  id: string
}

interface OfSession {
  caller: { id: string }
  params: { sessionId: string }
}

/** The session that a request is about, of whom it comes from. */
export const mineOf = ({ caller, params }: OfSession): Mine => ({ owner: caller.id, id: params.sessionId })

type Journal = Pick<Core, 'events' | 'now'>

export const noSuchSession = () => new Problem(sessionNotFound, 'There is no such session, or it was deleted.')

/** Refuses (404) what is missing, deleted or somebody else's, all in the same words. */
export async function findSession(reader: Reader, { owner, id }: Mine): Promise<SessionRow> {
  const query = journeyTables(reader).selectFrom('journey_sessions').selectAll().where('id', '=', id)
  const row = await query.where('owner', '=', owner).where('deleted_at', 'is', null).executeTakeFirst()
  if (!row) throw noSuchSession()
  return row
}

export async function createSession(
  { now, newId, events }: Journal & Pick<Core, 'newId'>,
  tx: Tx,
  { owner, ...draft }: SessionDraft & { owner: string },
): Promise<Id> {
  const id = SessionId.parse(newId())
  const at = now()
  const date = draft.date ?? new Date(at).toISOString().slice(0, 10)
  await journeyTables(tx)
    .insertInto('journey_sessions')
    .values({
      ...blank,
      ...factsOf(draft),
      title: draft.title ?? titleFor(date),
      date,
      id,
      owner,
      created_at: at,
      updated_at: at,
    })
    .execute()
  await tell({ events }, tx, { owner, id, name: 'journey.session-created' })
  return id
}

const blank = {
  description: '',
  client_name: '',
  professional_name: '',
  deleted_at: null,
  job_id: null,
  language: null,
  is_analysed: 0,
  valence: null,
  analysed_revision: null,
  passages: '[]',
  words: null,
  crisis: null,
  summary: null,
  is_sample: 0,
  analysed_at: null,
}

export const titleFor = (date: string) => `Reflection of ${date}`

/** The columns that a draft names; what it leaves out stays as it is. */
function factsOf({ title, date, description, clientName, professionalName }: SessionDraft): Partial<SessionFacts> {
  const given = { title, date, description, client_name: clientName, professional_name: professionalName }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Answers the facts that were replaced. */
export async function updateSession(
  journal: Journal,
  tx: Tx,
  mine: Mine & { draft: SessionDraft },
): Promise<SessionFacts> {
  const { title, date, description, client_name, professional_name } = await findSession(tx, mine)
  await changeSession(journal, tx, { ...mine, change: factsOf(mine.draft), name: 'journey.session-updated' })
  return { title, date, description, client_name, professional_name }
}

export async function deleteSession(journal: Journal, tx: Tx, mine: Mine): Promise<SessionRow> {
  const row = await findSession(tx, mine)
  await changeSession(journal, tx, { ...mine, change: { deleted_at: journal.now() }, name: 'journey.session-deleted' })
  return row
}

interface SessionChange extends Mine {
  change: Partial<SessionRow>
  name: `journey.${string}`
}

/** Changes columns and tells the log, also from which day a session moved; sees deleted sessions too. */
export async function changeSession(journal: Journal, tx: Tx, { owner, id, change, name }: SessionChange) {
  const before = change.date === undefined ? undefined : await readDay(tx, id)
  await journeyTables(tx)
    .updateTable('journey_sessions')
    .set({ ...change, updated_at: journal.now() })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .execute()
  const payload = before === undefined || before === change.date ? {} : { movedFrom: before }
  await tell(journal, tx, { owner, id, name, payload })
}

async function readDay(tx: Tx, id: string) {
  const query = journeyTables(tx).selectFrom('journey_sessions').select('date').where('id', '=', id)
  return (await query.executeTakeFirst())?.date
}

type Erasing = Pick<Core, 'files' | 'events' | 'jobs' | 'undo'>

/** Erases a deleted session for good, with everything that belongs to it: files, jobs, and what could be undone. */
export async function eraseSession({ files, events, jobs, undo }: Erasing, tx: Tx, { owner, id }: Mine) {
  const tables = journeyTables(tx)
  const contents = await tables.selectFrom('journey_contents').select('file_id').where('session_id', '=', id).execute()
  const elements = await tables.selectFrom('journey_elements').select('id').where('session_id', '=', id).execute()
  for (const { file_id } of contents) if (file_id !== null) await files.remove(tx, owner, file_id)
  const query = tables.deleteFrom('journey_sessions').where('id', '=', id).where('owner', '=', owner)
  const erased = await query.where('deleted_at', 'is not', null).returning('id').executeTakeFirst()
  if (!erased) return
  // Patterns that quote it go at once; the next reading finds those that are there without it.
  await tables.deleteFrom('journey_patterns').where('owner', '=', owner).where('body', 'like', `%${id}%`).execute()
  await jobs.forget(tx, owner, [id])
  await undo.forget(tx, owner, [id, ...elements.map((element) => element.id)])
  await tell({ events }, tx, { owner, id, name: 'journey.session-erased' })
}

interface News extends Mine {
  name: `journey.${string}`
  actor?: string
  payload?: Record<string, unknown>
}

export async function tell(
  { events }: Pick<Core, 'events'>,
  tx: Tx,
  { owner, id, name, actor = owner, payload }: News,
) {
  await events.append(tx, {
    name,
    topic: journeyTopic,
    entity: id,
    owner,
    actor,
    payload: { ...payload, sessionId: id },
  })
}
