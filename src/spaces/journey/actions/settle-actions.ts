/** Brings actions to where they are, in the transaction of whatever touched them, and tells of those that changed. */
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'
import type { Core } from '../../../core/core.ts'
import { traitsOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'
import { actionsTopic } from './contract.ts'
import { deriveAction, type Derived, type Saying } from './derive-action.ts'
import { wakeReminders } from './reminders/wake-reminders.ts'
import { readSayings, type SayingRow } from './sayings.ts'
import type { ActionRow } from './schema.ts'
import { selectStandingMoves } from './standing-moves.ts'

export type Journal = Pick<Core, 'events' | 'now' | 'newId'>

const atOnce = 100

export async function settleActions(journal: Journal, tx: Tx, ids: Iterable<string>) {
  const owners = new Set<string>()
  for (const part of chunksOf([...new Set(ids)], atOnce)) {
    for (const { owner } of await settlePart(journal, tx, part)) owners.add(owner)
  }
  for (const owner of owners) await wakeReminders(tx, owner)
}

/** Derives what is derived of actions that were brought along. They are no younger for it. */
export async function placeActions(journal: Journal, tx: Tx, ids: Iterable<string>) {
  const owners = new Set<string>()
  for (const part of chunksOf([...new Set(ids)], atOnce)) {
    for (const { row, derived } of await derivePart(journal, tx, part)) {
      await journeyTables(tx).updateTable('journey_actions').set(derived).where('id', '=', row.id).execute()
      owners.add(row.owner)
    }
  }
  for (const owner of owners) await wakeReminders(tx, owner)
}

/** Answers those that changed. */
async function settlePart(journal: Journal, tx: Tx, ids: readonly string[]) {
  const changed: ActionRow[] = []
  for (const { row, derived } of await derivePart(journal, tx, ids)) {
    const columns = differing(row, derived)
    if (columns.length === 0) continue
    await settleOne(journal, tx, { row, derived, columns })
    changed.push(row)
  }
  return changed
}

interface Settled {
  row: ActionRow
  derived: Derived
}

async function derivePart({ now }: Journal, tx: Tx, ids: readonly string[]): Promise<Settled[]> {
  const rows = await journeyTables(tx).selectFrom('journey_actions').selectAll().where('id', 'in', ids).execute()
  const sayings = Map.groupBy(await readSayings(tx, ids), ({ action_id }) => action_id)
  const moves = Map.groupBy(await readMoves(tx, ids), ({ action_id }) => action_id)
  return rows.map((row) => {
    const said = (sayings.get(row.id) ?? []).map(toSaying)
    return { row, derived: deriveAction({ row, sayings: said, moves: moves.get(row.id) ?? [], now: now() }) }
  })
}

interface Settling extends Settled {
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

type ToldSaying = Pick<SayingRow, 'action_id' | 'session_id' | 'label' | 'status' | 'topic' | 'traits'>

const toSaying = ({ session_id, label, status, topic, traits }: ToldSaying): Saying => ({
  sessionId: session_id,
  label,
  status,
  topic,
  traits: traitsOf({ traits }).action,
})

const readMoves = (tx: Tx, ids: readonly string[]) =>
  selectStandingMoves(tx)
    .select(['move.action_id', 'move.to_status', 'move.made_by', 'move.at'])
    .where('move.action_id', 'in', ids)
    .execute()
