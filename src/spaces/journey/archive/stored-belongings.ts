/** What belongs to a person beside their sessions, read from the record. */
import type { Reader } from '#core/db'
import { fromJson } from '#std/json'
import { ActionStatus, MadeBy, Priority } from '../actions/contract.ts'
import { touchedOf } from '../actions/derive-action.ts'
import { listMoves } from '../actions/moves.ts'
import type { ActionRow, MoveRow } from '../actions/schema.ts'
import { Span } from '../elements/contract.ts'
import { journeyTables } from '../schema.ts'
import { NamedKind, Sense } from '../taxonomy/contract.ts'
import { listOwnTopics, listOwnWords } from '../taxonomy/own-words.ts'
import { PortableAction, type Belongings } from './belongings.ts'
import { listIds, type TimeSpan } from './stored-sessions.ts'

/** Of a span: the actions that its sessions speak of, and what was written about days within it. */
export async function readBelongings(reader: Reader, owner: string, span: TimeSpan): Promise<Belongings> {
  const sessions = new Set((await listIds(reader, owner, span)).map(({ id }) => id))
  const isWhole = span.from === undefined && span.to === undefined
  return {
    actions: await readActions(reader, owner, { sessions, isWhole }),
    'own-topics': (await listOwnTopics(reader, owner)).map(({ id, label, domain, created_at: createdAt }) => ({
      ...{ id, label, domain, createdAt },
    })),
    'own-words': (await listOwnWords(reader, owner)).map((row) => ({
      id: row.id,
      kind: NamedKind.parse(row.kind),
      label: row.label === '' ? null : row.label,
      term: row.term,
      sense: Sense.parse(row.sense),
      elementId: row.element_id,
      createdAt: row.created_at,
    })),
    reflections: await readReflections(reader, owner, span),
  }
}

const readReflections = (reader: Reader, owner: string, { from = '', to = '9999-99-99' }: TimeSpan) =>
  journeyTables(reader)
    .selectFrom('journey_reflections')
    .select(['from_day as from', 'to_day as to', 'text', 'updated_at as updatedAt'])
    .where('owner', '=', owner)
    .where('from_day', '>=', from)
    .where('to_day', '<=', to)
    .orderBy('from_day')
    .orderBy('to_day')
    .execute()

interface Exported {
  sessions: ReadonlySet<string>
  /** Whether sessions of all days travel. */
  isWhole: boolean
}

/** What is hidden travels while a session that travels says it: a decision may show it again. The bin stays. */
async function readActions(reader: Reader, owner: string, { sessions, isWhole }: Exported): Promise<PortableAction[]> {
  const said = Map.groupBy(await readSayings(reader, owner), ({ action_id }) => action_id)
  const moves = Map.groupBy(await listMoves(reader, owner), ({ action_id }) => action_id)
  const questions = Map.groupBy(await readQuestions(reader, owner), ({ action_id }) => action_id)
  const travels = (session: string | null) => session !== null && sessions.has(session)
  const isTold = ({ id, is_shown }: ActionRow) =>
    (isWhole && is_shown === 1) || (said.get(id) ?? []).some(({ session_id }) => travels(session_id))
  return (await listActions(reader, owner)).filter(isTold).map((row) => ({
    ...toAction(row),
    moves: (moves.get(row.id) ?? []).filter(({ session_id }) => session_id === null || travels(session_id)).map(toMove),
    questions: (questions.get(row.id) ?? [])
      .filter(({ session_id }) => travels(session_id))
      .map(({ follow_up_id: followUpId, ordinal }) => ({ followUpId, ordinal })),
  }))
}

const listActions = (reader: Reader, owner: string): Promise<ActionRow[]> =>
  journeyTables(reader)
    .selectFrom('journey_actions')
    .selectAll()
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const readSayings = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_action_sayings')
    .select(['action_id', 'session_id'])
    .where('owner', '=', owner)
    .execute()

const readQuestions = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_follow_up_candidates as candidate')
    .innerJoin('journey_follow_ups as asked', 'asked.id', 'candidate.follow_up_id')
    .select(['candidate.action_id', 'candidate.follow_up_id', 'candidate.ordinal', 'asked.session_id'])
    .where('asked.owner', '=', owner)
    .orderBy('candidate.follow_up_id')
    .execute()

const { polarity: Polarity, origin: Origin } = PortableAction.shape

const toAction = (row: ActionRow) => ({
  id: row.id,
  key: row.key,
  title: row.title,
  detail: row.detail,
  dueDay: row.due_day,
  dueTime: row.due_time,
  dueWords: row.due_words,
  recurrence: row.recurrence,
  monthDay: row.month_day,
  priority: Priority.parse(row.priority),
  status: ActionStatus.parse(row.status),
  grade: row.grade,
  polarity: Polarity.parse(row.polarity),
  topic: row.topic,
  touched: [...touchedOf(row)],
  origin: Origin.parse(row.origin),
  dueSetAt: row.due_set_at,
  remindedOf: row.reminded_of,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const toMove = (row: MoveRow): PortableAction['moves'][number] => ({
  id: row.id,
  from: ActionStatus.parse(row.from_status),
  to: ActionStatus.parse(row.to_status),
  by: MadeBy.parse(row.made_by),
  sessionId: row.session_id,
  span: row.span === null ? null : fromJson(Span, row.span),
  confidence: row.confidence,
  followUpId: row.follow_up_id,
  at: row.at,
})
