/** What of actions is exported and erased with a person. */
import { z } from 'zod'
import type { Reader, Tx } from '#core/db'
import { fromJson } from '#std/json'
import { journeyTables } from '../schema.ts'
import { listMoves } from './moves.ts'

/** All actions with their moves, and what was asked about them, as a person can read them. */
export async function exportActions(reader: Reader, owner: string) {
  const actions = await journeyTables(reader)
    .selectFrom('journey_actions')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const sayings = Map.groupBy(await readOwned(reader, owner), ({ action_id }) => action_id)
  const moves = Map.groupBy(await listMoves(reader, owner), ({ action_id }) => action_id)
  return {
    actions: actions.map(({ owner: _, search_text: __, due_sort: ___, urgency: ____, touched, ...action }) => ({
      ...action,
      touched: fromJson(z.unknown(), touched),
      said_in: (sayings.get(action.id) ?? []).map(({ session_id, element_id }) => ({ session_id, element_id })),
      moves: (moves.get(action.id) ?? []).map(({ owner: _____, action_id: ______, span, ...move }) => ({
        ...move,
        span: span === null ? null : fromJson(z.unknown(), span),
      })),
    })),
    follow_ups: await exportFollowUps(reader, owner),
  }
}

const readOwned = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_action_sayings')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('session_id')
    .orderBy('element_id')
    .execute()

async function exportFollowUps(reader: Reader, owner: string) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_follow_ups')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ owner: _, key: __, span, ...followUp }) => ({ ...followUp, span: fromJson(z.unknown(), span) }))
}

/** Moves and candidates are tied to their action and go with it. */
export async function eraseActions(tx: Tx, owner: string) {
  const tables = journeyTables(tx)
  await tables.deleteFrom('journey_action_sayings').where('owner', '=', owner).execute()
  await tables.deleteFrom('journey_follow_ups').where('owner', '=', owner).execute()
  await tables.deleteFrom('journey_actions').where('owner', '=', owner).execute()
  await tables.deleteFrom('journey_reminder_times').where('owner', '=', owner).execute()
}
