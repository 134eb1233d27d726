/** The moves that count. */
import type { Reader } from '#core/db'
import { journeyTables } from '../schema.ts'

/** Oldest first. A move that was read from a session stands as long as the session does. */
export const selectStandingMoves = (reader: Reader) =>
  journeyTables(reader)
    .selectFrom('journey_action_moves as move')
    .leftJoin('journey_sessions as session', (on) =>
      on.onRef('session.id', '=', 'move.session_id').on('session.deleted_at', 'is', null),
    )
    .where((row) => row.or([row('move.made_by', '!=', 'analysis'), row('session.id', 'is not', null)]))
    .orderBy('move.at')
    .orderBy('move.id')
