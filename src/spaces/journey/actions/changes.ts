/** How changes of actions are taken back. */
import { z } from 'zod'
import type { Tx } from '#core/db'
import type { ChangeKind } from '#core/undo'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import { eraseAction, restoreAction, takeBackChange } from './actions.ts'
import { setState } from './follow-ups/decide-follow-up.ts'
import { askAgain } from './follow-ups/questions.ts'
import { settleActions } from './settle-actions.ts'

const Moved = z.object({ followUpId: z.string() })

export const actionChanges = (core: Core): ChangeKind[] => [
  {
    kind: 'journey.action-changed',
    restore: (tx, { owner, subject: id, before }) => takeBackChange(core, tx, { owner, id, before }),
  },
  {
    kind: 'journey.action-deleted',
    restore: (tx, { owner, subject: id }) => restoreAction(core, tx, { owner, id }),
    expire: (tx, { owner, subject: id }) => eraseAction(core, tx, { owner, id }),
  },
  {
    kind: 'journey.action-moved',
    restore: (tx, { subject: id, before }) => takeBackMove(core, tx, { id, ...Moved.parse(before) }),
  },
  {
    kind: 'journey.question-answered',
    restore: (tx, { owner, subject: id, before }) => askAgain(core, tx, { owner, id, before }),
  },
]

/** What a person took back is not moved again by the same words. */
async function takeBackMove(core: Core, tx: Tx, { id, followUpId }: { id: string; followUpId: string }) {
  const moves = journeyTables(tx).deleteFrom('journey_action_moves').where('follow_up_id', '=', followUpId)
  await moves.where('made_by', '=', 'analysis').execute()
  await setState(core, tx, { id: followUpId, state: 'taken-back' })
  await settleActions(core, tx, [id])
}
