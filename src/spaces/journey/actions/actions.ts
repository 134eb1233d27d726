/** Actions as rows: writing down, changing, deleting and putting back. Every change can be undone. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import {
  actionLimits,
  actionNotFound,
  ActionId,
  ActionStatus,
  tooManyActions,
  type ActionChange,
  type ActionDraft,
  type DueOn,
} from './contract.ts'
import { withTouched, type Field } from './derive-action.ts'
import { intentionKeyOf } from './intention.ts'
import { addMove, removeMove } from './moves.ts'
import { renewAction } from './renewal.ts'
import type { ActionRow } from './schema.ts'
import { settleActions, tellAction, type Journal } from './settle-actions.ts'

export interface Mine {
  owner: string
  id: string
}

/** Refuses (404) what is missing, deleted, without anything behind it, or somebody else's. */
export async function findAction(reader: Reader, { owner, id }: Mine): Promise<ActionRow> {
  const query = journeyTables(reader).selectFrom('journey_actions').selectAll().where('id', '=', id)
  const row = await query
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)
    .executeTakeFirst()
  if (!row) throw new Problem(actionNotFound, 'There is no such action, or it was deleted.')
  return row
}

/** How many more actions the person can have. */
export async function readRoom(reader: Reader, owner: string) {
  const query = journeyTables(reader).selectFrom('journey_actions').where('owner', '=', owner)
  const living = query.where('deleted_at', 'is', null)
  const { count } = await living.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return actionLimits.ofPerson - Number(count)
}

interface Writing extends ActionDraft {
  owner: string
}

export async function writeAction(journal: Journal, tx: Tx, { owner, status, ...draft }: Writing): Promise<ActionId> {
  if ((await readRoom(tx, owner)) <= 0) {
    const most = actionLimits.ofPerson.toLocaleString('en')
    throw new Problem(tooManyActions, `There are ${most} actions already. Delete some that you no longer need.`)
  }
  const row = newRow(journal, { owner, key: intentionKeyOf(draft.title), title: draft.title, origin: 'person' })
  await insertAction(journal, tx, { ...row, ...columnsOf(draft) })
  if (status !== undefined && status !== row.status)
    await addMove(journal, tx, { action: row, to: status, by: 'person' })
  await settleActions(journal, tx, [row.id])
  return ActionId.parse(row.id)
}

export async function insertAction(journal: Journal, tx: Tx, row: ActionRow) {
  await journeyTables(tx).insertInto('journey_actions').values(row).execute()
  await tellAction(journal, tx, { ...row, name: 'journey.action-added' })
}

export function newRow(
  { now, newId }: Journal,
  about: Pick<ActionRow, 'owner' | 'key' | 'title' | 'origin'>,
): ActionRow {
  const at = now()
  return { ...blank, ...about, id: newId(), created_at: at, updated_at: at }
}

/** What settling derives is derived right after. */
const blank = {
  detail: '',
  due_day: null,
  due_time: null,
  due_words: null,
  recurrence: null,
  month_day: null,
  priority: 'normal',
  status: 'open',
  grade: null,
  polarity: 'do',
  topic: null,
  touched: '[]',
  is_shown: 1,
  said: 0,
  session_id: null,
  due_sort: '',
  urgency: '',
  search_text: '',
  done_at: null,
  deleted_at: null,
  due_set_at: null,
  reminded_of: null,
}

/** What a change replaced: the columns that a person can set, and the move that was made. */
const ActionBefore = z.object({
  title: z.string(),
  detail: z.string(),
  due_day: z.string().nullable(),
  due_time: z.string().nullable(),
  due_words: z.string().nullable(),
  priority: z.string(),
  topic: z.string().nullable(),
  recurrence: z.string().nullable().optional(),
  month_day: z.number().nullable().optional(),
  touched: z.string(),
  moveId: z.string().nullable(),
  renewalId: z.string().nullable().default(null),
})

export async function changeAction(core: Core, tx: Tx, { change, ...mine }: Mine & { change: ActionChange }) {
  const row = await findAction(tx, mine)
  const { status, ...draft } = change
  const isMoved = status !== undefined && status !== row.status
  const moveId = isMoved ? await addMove(core, tx, { action: row, to: ActionStatus.parse(status), by: 'person' }) : null
  const changed = fieldsOf(draft)
  if (changed.length > 0) {
    const touched = withTouched(row, changed)
    await setColumns(tx, row.id, { ...columnsOf(draft), ...keyOf(row, draft), touched, updated_at: core.now() })
    const isNote = changed.every((field) => field === 'detail' || field === 'priority')
    await tellAction(core, tx, { ...row, name: isNote ? 'journey.action-noted' : 'journey.action-changed' })
  }
  await settleActions(core, tx, [row.id])
  const renewalId = isMoved && status === 'done' ? await renewAction(core, tx, await findAction(tx, mine)) : null
  return core.undo.keep(tx, {
    kind: 'journey.action-changed',
    owner: row.owner,
    subject: row.id,
    label: row.title,
    before: ActionBefore.parse({ ...row, moveId, renewalId }),
  })
}

const setColumns = (tx: Tx, id: string, columns: Partial<ActionRow>) =>
  journeyTables(tx).updateTable('journey_actions').set(columns).where('id', '=', id).execute()

/** What was said in a session keeps its meaning, so that it is known again when it is said again. */
const keyOf = ({ origin }: ActionRow, { title }: Draft) =>
  origin === 'person' && title !== undefined ? { key: intentionKeyOf(title) } : {}

type Draft = Omit<ActionChange, 'status'>

function columnsOf({ title, detail, priority, due, topic, recurrence }: Draft): Partial<ActionRow> {
  const given = { title, detail, priority, topic, recurrence }
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return due === undefined ? known : { ...known, ...dueColumns(due) }
}

const dueColumns = (due: DueOn | null) => ({
  due_day: due?.day ?? null,
  due_time: due?.time ?? null,
  due_words: null,
  month_day: null,
})

const fields = ['title', 'detail', 'due', 'priority', 'topic', 'recurrence'] as const satisfies Field[]
const fieldsOf = (draft: Draft) => fields.filter((field) => draft[field] !== undefined)

export async function takeBackChange(journal: Journal, tx: Tx, { id, before, owner }: Mine & { before: unknown }) {
  const { moveId, renewalId, recurrence, month_day, ...columns } = ActionBefore.parse(before)
  // Changes of before these were kept leave them as they are.
  const repeated = { ...(recurrence !== undefined && { recurrence }), ...(month_day !== undefined && { month_day }) }
  if (moveId !== null) await removeMove(tx, moveId)
  if (renewalId !== null) await removeMove(tx, renewalId)
  await setColumns(tx, id, { ...columns, ...repeated, updated_at: journal.now() })
  await tellAction(journal, tx, { owner, id, name: 'journey.action-changed' })
  await settleActions(journal, tx, [id])
}

export async function deleteAction(core: Core, tx: Tx, mine: Mine) {
  const { title } = await findAction(tx, mine)
  await setDeleted(core, tx, { ...mine, deletedAt: core.now() })
  const change = { kind: 'journey.action-deleted', owner: mine.owner, subject: mine.id, label: title, before: null }
  return core.undo.keep(tx, change)
}

export const restoreAction = (journal: Journal, tx: Tx, mine: Mine) =>
  setDeleted(journal, tx, { ...mine, deletedAt: null })

async function setDeleted(journal: Journal, tx: Tx, { owner, id, deletedAt }: Mine & { deletedAt: number | null }) {
  await setColumns(tx, id, { deleted_at: deletedAt, updated_at: journal.now() })
  const name = deletedAt === null ? 'journey.action-restored' : 'journey.action-deleted'
  await tellAction(journal, tx, { owner, id, name })
  await settleActions(journal, tx, [id])
}

/** Its sayings stay for as long as their elements do: what a person deleted is not found again in the same place. */
export async function eraseAction(journal: Journal, tx: Tx, { owner, id }: Mine) {
  const query = journeyTables(tx).deleteFrom('journey_actions').where('id', '=', id).where('owner', '=', owner)
  await query.where('deleted_at', 'is not', null).execute()
  await tellAction(journal, tx, { owner, id, name: 'journey.action-erased' })
}
