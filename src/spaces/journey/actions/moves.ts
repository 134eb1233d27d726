/** Moves of actions from one status to another. The last one that stands says where an action is. */
import type { Reader, Tx } from '#core/db'
import { toJson } from '#std/json'
import type { Span } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import type { ActionStatus, MadeBy } from './contract.ts'
import type { ActionRow, MoveRow } from './schema.ts'
import type { Journal } from './settle-actions.ts'

interface Move {
  action: Pick<ActionRow, 'id' | 'owner' | 'status'>
  to: ActionStatus
  by: MadeBy
  /** The words of a session that it is made for. */
  evidence?: Evidence
  changeId?: string
}

export interface Evidence {
  sessionId: string
  followUpId: string
  span: Span
  confidence: number
}

/** Answers the id of the move. Whoever adds one settles the action. */
export async function addMove(journal: Journal, tx: Tx, { action, to, by, evidence, changeId }: Move): Promise<string> {
  const id = journal.newId()
  await journeyTables(tx)
    .insertInto('journey_action_moves')
    .values({
      id,
      action_id: action.id,
      owner: action.owner,
      from_status: action.status,
      to_status: to,
      made_by: by,
      session_id: evidence?.sessionId ?? null,
      span: evidence ? toJson(evidence.span) : null,
      confidence: evidence?.confidence ?? null,
      follow_up_id: evidence?.followUpId ?? null,
      change_id: changeId ?? null,
      // After the move that it follows, also within one millisecond.
      at: journal.now() + (by === 'renewal' ? 1 : 0),
    })
    .execute()
  return id
}

export async function removeMove(tx: Tx, id: string) {
  await journeyTables(tx).deleteFrom('journey_action_moves').where('id', '=', id).execute()
}

/** All of a person, oldest first. */
export const listMoves = (reader: Reader, owner: string): Promise<MoveRow[]> =>
  journeyTables(reader)
    .selectFrom('journey_action_moves')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('at')
    .orderBy('id')
    .execute()
