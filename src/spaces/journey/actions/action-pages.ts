/** How actions look on the wire: a page of rows, put together with where they were said, and one in all its detail. */
import { z } from 'zod'
import { ChangeId } from '#contract/id'
import { readPage, type Reader } from '#core/db'
import { fromJson } from '#std/json'
import type { Core } from '../../../core/core.ts'
import { ElementId, SessionId, Span } from '../contract.ts'
import { spansOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'
import { findAction, type Mine } from './actions.ts'
import {
  Action,
  ActionId,
  ActionStatus,
  MadeBy,
  Priority,
  type ActionDetail,
  type ActionsQuery,
  type ActionsSummary,
} from './contract.ts'
import { countQuestions } from './follow-ups/questions.ts'
import { isPast, localNow, pastMark, type LocalNow } from './local-clock.ts'
import { readZone } from './reminders/settings.ts'
import { readSayings } from './sayings.ts'
import type { ActionRow } from './schema.ts'
import { selectStandingMoves } from './standing-moves.ts'

type Reading = Pick<Core, 'db' | 'now' | 'settings'>

const clockOf = async (core: Reading, owner: string) => localNow(core.now(), await readZone(core, owner))

const orders = {
  due: { by: 'due_sort', key: z.string(), direction: 'asc' },
  priority: { by: 'urgency', key: z.string(), direction: 'asc' },
  newest: { by: 'created_at', key: z.int(), direction: 'desc' },
} as const

export async function listActions(core: Reading, owner: string, query: ActionsQuery) {
  const now = await clockOf(core, owner)
  const selected = selectMatching(core.db.read, { owner, now }, query)
  const { rows, next } =
    query.sort === 'newest'
      ? await readPage(selected, orders.newest, query)
      : await readPage(selected, orders[query.sort], query)
  return { items: await present(core.db.read, rows, now), next }
}

const standing = ['proposed', 'open', 'in-progress']

const selectShown = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_actions')
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)

function selectMatching(reader: Reader, { owner, now }: { owner: string; now: LocalNow }, query: ActionsQuery) {
  let rows = selectShown(reader, owner).selectAll()
  const { status, overdue, dueFrom, dueTo, topic, session } = query
  if (status !== undefined) rows = rows.where('status', 'in', status.split(','))
  if (overdue === 'true') rows = rows.where('due_sort', '<', pastMark(now)).where('status', 'in', standing)
  if (overdue === 'false')
    rows = rows.where((row) => row.or([row('due_sort', '>=', pastMark(now)), row('status', 'not in', standing)]))
  if (dueFrom !== undefined) rows = rows.where('due_day', '>=', dueFrom)
  if (dueTo !== undefined) rows = rows.where('due_day', '<=', dueTo)
  if (topic !== undefined) rows = rows.where('topic', '=', topic)
  if (session !== undefined) rows = rows.where('id', 'in', saidIn(reader, session))
  for (const word of wordsOf(query)) rows = rows.where('search_text', 'like', word)
  return rows
}

const saidIn = (reader: Reader, sessionId: string) =>
  journeyTables(reader).selectFrom('journey_action_sayings').select('action_id').where('session_id', '=', sessionId)

/** Each word must stand somewhere. What means something to `like` stands for itself alone. */
const wordsOf = ({ text = '' }: ActionsQuery) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[%_\\]/g, '_')}%`)

export async function readAction(core: Reading, mine: Mine): Promise<Action> {
  const row = await findAction(core.db.read, mine)
  const [action] = await present(core.db.read, [row], await clockOf(core, mine.owner))
  if (!action) throw new Error('An action was found but could not be shown')
  return action
}

async function present(reader: Reader, rows: readonly ActionRow[], now: LocalNow): Promise<Action[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const sayings = Map.groupBy(await readSayings(reader, ids), ({ action_id }) => action_id)
  return rows.map((row) => {
    const said = sayings.get(row.id) ?? []
    const [first] = said
    return toAction(row, now, {
      session: first ? { id: SessionId.parse(first.session_id), title: first.title, date: first.date } : null,
      elementIds: said.map(({ element_id }) => ElementId.parse(element_id)),
    })
  })
}

const Polarity = Action.shape.polarity

function toAction(row: ActionRow, now: LocalNow, said: Pick<Action, 'session' | 'elementIds'>): Action {
  const status = ActionStatus.parse(row.status)
  const due = row.due_day === null ? null : { day: row.due_day, time: row.due_time }
  return {
    ...said,
    id: ActionId.parse(row.id),
    title: row.title,
    detail: row.detail,
    status,
    priority: Priority.parse(row.priority),
    due,
    dueWords: row.due_words,
    isOverdue: due !== null && status !== 'done' && status !== 'dropped' && isPast(due, now),
    recurrence: row.recurrence,
    grade: row.grade,
    polarity: Polarity.parse(row.polarity),
    topic: row.topic,
    said: row.said,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    doneAt: row.done_at,
  }
}

export async function readActionDetail(core: Reading, mine: Mine): Promise<ActionDetail> {
  const action = await readAction(core, mine)
  const sayings = await readSayings(core.db.read, [mine.id])
  return {
    ...action,
    sayings: sayings.map((row) => ({
      sessionId: SessionId.parse(row.session_id),
      title: row.title,
      date: row.date,
      elementId: ElementId.parse(row.element_id),
      spans: spansOf(row),
    })),
    moves: await readMoves(core.db.read, mine.id),
  }
}

/** The words of a move go with its session. */
async function readMoves(reader: Reader, actionId: string): Promise<ActionDetail['moves']> {
  const rows = await selectStandingMoves(reader)
    .selectAll('move')
    .select(['session.title', 'session.date'])
    .where('move.action_id', '=', actionId)
    .execute()
  return rows.map((row) => ({
    from: ActionStatus.parse(row.from_status),
    to: ActionStatus.parse(row.to_status),
    by: MadeBy.parse(row.made_by),
    at: row.at,
    evidence: evidenceOf(row),
    confidence: row.confidence,
    changeId: row.change_id === null ? null : ChangeId.parse(row.change_id),
  }))
}

interface MoveEvidence {
  session_id: string | null
  span: string | null
  title: string | null
  date: string | null
}

function evidenceOf({ session_id, span, title, date }: MoveEvidence) {
  if (session_id === null || span === null || title === null || date === null) return null
  return { sessionId: SessionId.parse(session_id), title, date, span: fromJson(Span, span) }
}

export async function summariseActions(core: Reading, owner: string): Promise<ActionsSummary> {
  const now = await clockOf(core, owner)
  const shown = await selectShown(core.db.read, owner).select(['status', 'due_day', 'due_sort', 'topic']).execute()
  const count = (status: ActionStatus) => shown.filter((row) => row.status === status).length
  const ahead = shown.filter(({ status }) => standing.includes(status))
  return {
    counts: {
      proposed: count('proposed'),
      open: count('open'),
      'in-progress': count('in-progress'),
      done: count('done'),
      dropped: count('dropped'),
    },
    overdue: ahead.filter(({ due_sort }) => due_sort < pastMark(now)).length,
    dueToday: ahead.filter(({ status, due_day }) => status !== 'proposed' && due_day === now.day).length,
    questions: await countQuestions(core.db.read, owner),
    topics: [...new Set(shown.flatMap(({ topic }) => topic ?? []))].sort(),
  }
}
