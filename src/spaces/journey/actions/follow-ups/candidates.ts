/** The actions that a session can follow up: those of earlier sessions, or written down before, that are not over. */
import type { Tx } from '#core/db'
import { journeyTables, type SessionRow } from '../../schema.ts'
import type { ActionRow } from '../schema.ts'

export async function readCandidates(tx: Tx, session: SessionRow): Promise<ActionRow[]> {
  const rows = await journeyTables(tx)
    .selectFrom('journey_actions as action')
    .leftJoin('journey_sessions as first', 'first.id', 'action.session_id')
    .selectAll('action')
    .select(['first.date as first_date', 'first.created_at as first_created_at'])
    .where('action.owner', '=', session.owner)
    .where('action.deleted_at', 'is', null)
    .where('action.is_shown', '=', 1)
    .where('action.status', 'in', ['proposed', 'open', 'in-progress'])
    .orderBy('action.created_at')
    .orderBy('action.id')
    .execute()
  return rows.filter((row) => {
    if (row.first_date === null) return dayOf(row.created_at) <= session.date
    const isSameDay = row.first_date === session.date
    return isSameDay ? (row.first_created_at ?? 0) < session.created_at : row.first_date < session.date
  })
}

export const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)
