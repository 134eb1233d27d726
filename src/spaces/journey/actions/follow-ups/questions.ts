/** Questions about follow-ups, and what a person answers. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { newestFirst, readPage, type PageAsked, type Reader, type Tx } from '#core/db'
import { fromJson } from '#std/json'
import type { Core } from '../../../../core/core.ts'
import { SessionId, Span } from '../../contract.ts'
import { journeyTables } from '../../schema.ts'
import {
  ActionId,
  ActionStatus,
  answerUnclear,
  Question,
  QuestionId,
  questionNotFound,
  type Answer,
} from '../contract.ts'
import { addMove, removeMove } from '../moves.ts'
import { renewAction } from '../renewal.ts'
import type { ActionRow, FollowUpRow } from '../schema.ts'
import { settleActions, tellAction, type Journal } from '../settle-actions.ts'
import { setState, statusFor } from './decide-follow-up.ts'
import { evidenceOf } from './evidence.ts'

const Verdict = Question.shape.verdict

export async function listQuestions(reader: Reader, owner: string, query: PageAsked) {
  const { rows, next } = await readPage(selectOpen(reader, owner), newestFirst, query)
  const candidates = await readStanding(
    reader,
    rows.map(({ id }) => id),
  )
  return { items: rows.map((row) => toQuestion(row, candidates.get(row.id) ?? [])), next }
}

export async function countQuestions(reader: Reader, owner: string) {
  const open = selectOpen(reader, owner).clearSelect()
  const { count } = await open.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** Questions of sessions that are there, about actions that are not over. */
function selectOpen(reader: Reader, owner: string) {
  return journeyTables(reader)
    .selectFrom('journey_follow_ups')
    .innerJoin('journey_sessions as session', 'session.id', 'journey_follow_ups.session_id')
    .selectAll('journey_follow_ups')
    .select(['session.title', 'session.date'])
    .where('journey_follow_ups.owner', '=', owner)
    .where('journey_follow_ups.state', '=', 'asked')
    .where('session.deleted_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('journey_follow_up_candidates as candidate')
          .innerJoin('journey_actions as action', 'action.id', 'candidate.action_id')
          .select('action.id')
          .whereRef('candidate.follow_up_id', '=', 'journey_follow_ups.id')
          .where('action.deleted_at', 'is', null)
          .where('action.is_shown', '=', 1)
          .where('action.status', 'in', standing),
      ),
    )
}

const standing = ['proposed', 'open', 'in-progress']

async function readStanding(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ActionRow[]>()
  const rows = await journeyTables(reader)
    .selectFrom('journey_follow_up_candidates as candidate')
    .innerJoin('journey_actions as action', 'action.id', 'candidate.action_id')
    .selectAll('action')
    .select('candidate.follow_up_id')
    .where('candidate.follow_up_id', 'in', ids)
    .where('action.deleted_at', 'is', null)
    .where('action.is_shown', '=', 1)
    .where('action.status', 'in', standing)
    .orderBy('candidate.ordinal')
    .orderBy('action.id')
    .execute()
  return Map.groupBy(rows, ({ follow_up_id }) => follow_up_id)
}

type OpenRow = FollowUpRow & { title: string; date: string }

const toQuestion = (row: OpenRow, candidates: readonly ActionRow[]): Question => ({
  id: QuestionId.parse(row.id),
  verdict: Verdict.parse(row.verdict),
  session: { sessionId: SessionId.parse(row.session_id), title: row.title, date: row.date },
  span: fromJson(Span, row.span),
  candidates: candidates.map(({ id, title, status }) => ({
    id: ActionId.parse(id),
    title,
    status: ActionStatus.parse(status),
  })),
  createdAt: row.created_at,
})

interface Answering {
  owner: string
  id: string
  answer: Answer
}

export async function answerQuestion(core: Core, tx: Tx, { owner, id, answer }: Answering) {
  const row = await findOpen(tx, owner, id)
  const candidates = (await readStanding(tx, [id])).get(id) ?? []
  const action = pick(candidates, answer)
  const to = statusAfter(row, answer)
  const moveId = to === undefined ? null : await moveTo(core, tx, { row, action, to })
  const renewalId = to === 'done' ? await renewAction(core, tx, action) : null
  await setState(core, tx, { id, state: 'answered' })
  await tellAction(core, tx, { owner, id: action.id, name: 'journey.action-question-answered' })
  const before = AnswerBefore.parse({
    actionId: action.id,
    moveId,
    renewal: renewalId && { ...action, moveId: renewalId },
  })
  const change = { kind: 'journey.question-answered', owner, subject: id, label: action.title, before }
  return core.undo.keep(tx, change)
}

/** What an answer moved, and when the action was due before it was renewed. */
const AnswerBefore = z.object({
  actionId: z.string(),
  moveId: z.string().nullable(),
  renewal: z
    .object({
      moveId: z.string(),
      due_day: z.string().nullable(),
      due_words: z.string().nullable(),
      month_day: z.number().nullable(),
      touched: z.string(),
    })
    .nullable()
    .default(null),
})

async function findOpen(tx: Tx, owner: string, id: string) {
  const row = await selectOpen(tx, owner).where('journey_follow_ups.id', '=', id).executeTakeFirst()
  if (!row) throw new Problem(questionNotFound, 'There is no such question, or it was answered.')
  return row
}

/** Answers that move nothing need not say which action is meant. */
function pick(candidates: readonly ActionRow[], { answer, actionId }: Answer): ActionRow {
  const named = candidates.find(({ id }) => id === actionId)
  const [only, ...others] = candidates
  const isNeeded = answer === 'yes' || answer === 'drop'
  const isUnclear = actionId === undefined ? isNeeded && others.length > 0 : named === undefined
  const action = named ?? only
  if (isUnclear || !action) throw new Problem(answerUnclear, 'Say which of the actions of the question is meant.')
  return action
}

function statusAfter({ verdict }: FollowUpRow, { answer }: Answer): ActionStatus | undefined {
  switch (answer) {
    case 'yes':
      return statusFor(Verdict.parse(verdict))
    case 'drop':
      return 'dropped'
    case 'not-yet':
    case 'other':
      return undefined
  }
}

interface Moving {
  row: FollowUpRow
  action: ActionRow
  to: ActionStatus
}

async function moveTo(core: Core, tx: Tx, { row, action, to }: Moving) {
  const id = await addMove(core, tx, { action, to, by: 'person', evidence: evidenceOf(row) })
  await settleActions(core, tx, [action.id])
  return id
}

export async function askAgain(
  journal: Journal,
  tx: Tx,
  { id, owner, before }: { id: string; owner: string; before: unknown },
) {
  const { actionId, moveId, renewal } = AnswerBefore.parse(before)
  if (moveId !== null) await removeMove(tx, moveId)
  if (renewal !== null) {
    const { moveId: renewalId, ...due } = renewal
    await removeMove(tx, renewalId)
    await journeyTables(tx).updateTable('journey_actions').set(due).where('id', '=', actionId).execute()
  }
  await setState(journal, tx, { id, state: 'asked' })
  await tellAction(journal, tx, { owner, id: actionId, name: 'journey.action-questioned' })
  await settleActions(journal, tx, [actionId])
}
