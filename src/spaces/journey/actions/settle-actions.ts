/** Brings actions to where they are, in the transaction of whatever touched them, and tells of those that changed. */
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'
import type { Core } from '../../../core/core.ts'
import { traitsOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'
import { actionsTopic } from './contract.ts'
import { deriveAction, type Derived, type Saying } from './derive-action.ts'
import { wakeReminders } from './reminders/wake-reminders.ts'
import type { ActionRow } from './schema.ts'

export type Journal = Pick<Core, 'events' | 'now' | 'newId'>

const atOnce = 100

export async function settleActions(journal: Journal, tx: Tx, ids: Iterable<string>) {
  const owners = new Set<string>()
  for (const part of chunksOf([...new Set(ids)], atOnce)) {
    for (const { owner } of await settlePart(journal, tx, part)) owners.add(owner)
  }
  for (const owner of owners) await wakeReminders(tx, owner)
}

/** Answers those that changed. */
async function settlePart(journal: Journal, tx: Tx, ids: readonly string[]) {
  const rows = await journeyTables(tx).selectFrom('journey_actions').selectAll().where('id', 'in', ids).execute()
  const sayings = await readSayings(tx, ids)
  const moves = await readMoves(tx, ids)
  const changed: ActionRow[] = []
  for (const row of rows) {
    const about = { sayings: sayings.get(row.id) ?? [], moves: moves.get(row.id) ?? [], now: journal.now() }
    const derived = deriveAction({ row, ...about })
    const columns = differing(row, derived)
    if (columns.length === 0) continue
    await settleOne(journal, tx, { row, derived, columns })
    changed.push(row)
  }
  return changed
}

interface Settling {
  row: ActionRow
  derived: Derived
  columns: readonly string[]
}

async function settleOne(journal: Journal, tx: Tx, { row, derived, columns }: Settling) {
  const change = { ...derived, updated_at: journal.now() }
  await journeyTables(tx).updateTable('journey_actions').set(change).where('id', '=', row.id).execute()
  const isNote = columns.every((column) => forLists.includes(column))
  await tellAction(journal, tx, { ...row, name: isNote ? 'journey.action-noted' : 'journey.action-changed' })
}

/** What follows from what was told of already. */
const forLists: readonly string[] = ['due_sort', 'urgency', 'search_text'] satisfies (keyof Derived)[]

function differing(row: ActionRow, derived: Derived): string[] {
  const before = new Map<string, unknown>(Object.entries(row))
  return Object.entries(derived).flatMap(([column, value]) => (before.get(column) === value ? [] : [column]))
}

export interface ActionNews {
  owner: string
  id: string
  name: `journey.${string}`
  payload?: Record<string, unknown>
}

export async function tellAction({ events }: Pick<Core, 'events'>, tx: Tx, { owner, id, name, payload }: ActionNews) {
  await events.append(tx, { name, topic: actionsTopic, entity: id, owner, actor: owner, payload: { ...payload } })
}

/** What was said of them in sessions that are there, by elements that stand. */
async function readSayings(tx: Tx, ids: readonly string[]) {
  const rows = await journeyTables(tx)
    .selectFrom('journey_action_sayings as saying')
    .innerJoin('journey_elements as element', 'element.id', 'saying.element_id')
    .innerJoin('journey_sessions as session', 'session.id', 'saying.session_id')
    .select(['saying.action_id', 'saying.session_id', 'saying.topic', 'element.label', 'element.status'])
    .select('element.traits')
    .where('saying.action_id', 'in', ids)
    .where('element.status', '!=', 'rejected')
    .where('session.deleted_at', 'is', null)
    .orderBy('session.date')
    .orderBy('session.created_at')
    .orderBy('element.place')
    .orderBy('element.id')
    .execute()
  return Map.groupBy(rows.map(toSaying), ({ actionId }) => actionId)
}

interface SayingRow {
  action_id: string
  session_id: string
  topic: string | null
  label: string
  status: string
  traits: string
}

const toSaying = ({
  action_id,
  session_id,
  label,
  status,
  topic,
  traits,
}: SayingRow): Saying & { actionId: string } => ({
  actionId: action_id,
  sessionId: session_id,
  label,
  status,
  topic,
  traits: traitsOf({ traits }).action,
})

/** A move that was read from a session stands as long as the session does. */
async function readMoves(tx: Tx, ids: readonly string[]) {
  const rows = await journeyTables(tx)
    .selectFrom('journey_action_moves as move')
    .leftJoin('journey_sessions as session', 'session.id', 'move.session_id')
    .select(['move.action_id', 'move.to_status', 'move.made_by', 'move.at'])
    .where('move.action_id', 'in', ids)
    .where((row) =>
      row.or([
        row('move.made_by', '=', 'person'),
        row.and([row('session.id', 'is not', null), row('session.deleted_at', 'is', null)]),
      ]),
    )
    .orderBy('move.at')
    .orderBy('move.id')
    .execute()
  return Map.groupBy(rows, ({ action_id }) => action_id)
}
