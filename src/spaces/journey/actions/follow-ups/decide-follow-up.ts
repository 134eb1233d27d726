/** What becomes of a follow-up: a move of the analysis, a question to the person, or nothing. */
import type { Tx } from '#core/db'
import type { Core } from '../../../../core/core.ts'
import { followUpSchema } from '../../analyser/findings.ts'
import { journeyTables, type SessionRow } from '../../schema.ts'
import type { ActionStatus } from '../contract.ts'
import { addMove, type Evidence } from '../moves.ts'
import type { ActionRow, FollowUpRow } from '../schema.ts'
import { settleActions, tellAction } from '../settle-actions.ts'
import { dayOf } from './candidates.ts'
import { evidenceOf } from './evidence.ts'
import { matchFollowUp } from './match-follow-up.ts'

interface Deciding {
  session: SessionRow
  row: FollowUpRow
  candidates: readonly ActionRow[]
  /** Actions of which the same session says that they are not done. */
  denied: ReadonlySet<string>
}

export async function decideFollowUp(core: Core, tx: Tx, { session, row, candidates, denied }: Deciding) {
  const verdict = followUpSchema.shape.verdict.parse(row.verdict)
  if (verdict === 'not-done') return
  const to = statusFor(verdict)
  const match = matchFollowUp({ what: row.what, verdict }, candidates)
  if (match.kind === 'none') return
  if (match.kind === 'unsure') return ask(core, tx, { row, ids: match.ids })
  const action = candidates.find(({ id }) => id === match.id)
  if (!action || action.status === to) return
  const isDoubtful = denied.has(action.id) || (await isDecidedSince(tx, action, session))
  if (isDoubtful) await ask(core, tx, { row, ids: [action.id] })
  else await move(core, tx, { row, action, to })
}

export function statusFor(verdict: 'done' | 'begun' | 'dropped'): ActionStatus {
  switch (verdict) {
    case 'done':
      return 'done'
    case 'begun':
      return 'in-progress'
    case 'dropped':
      return 'dropped'
  }
}

/** A person's word of a later day knows more than a session of before. */
async function isDecidedSince(tx: Tx, { id }: ActionRow, { date }: SessionRow) {
  const moves = journeyTables(tx).selectFrom('journey_action_moves').select('at').where('action_id', '=', id)
  const last = await moves.where('made_by', '=', 'person').orderBy('at', 'desc').executeTakeFirst()
  return last !== undefined && dayOf(last.at) > date
}

interface Moving {
  row: FollowUpRow
  action: ActionRow
  to: ActionStatus
}

async function move(core: Core, tx: Tx, { row, action, to }: Moving) {
  const changeId = await core.undo.keep(tx, {
    kind: 'journey.action-moved',
    owner: row.owner,
    subject: action.id,
    label: action.title,
    before: { followUpId: row.id },
  })
  const evidence: Evidence = evidenceOf(row)
  await addMove(core, tx, { action, to, by: 'analysis', evidence, changeId })
  await setState(core, tx, { id: row.id, state: 'moved' })
  await settleActions(core, tx, [action.id])
}

async function ask(core: Core, tx: Tx, { row, ids }: { row: FollowUpRow; ids: readonly string[] }) {
  const rows = ids.map((id, ordinal) => ({ follow_up_id: row.id, action_id: id, ordinal }))
  await journeyTables(tx).insertInto('journey_follow_up_candidates').values(rows).execute()
  await setState(core, tx, { id: row.id, state: 'asked' })
  for (const id of ids) await tellAction(core, tx, { owner: row.owner, id, name: 'journey.action-questioned' })
}

type State = 'moved' | 'asked' | 'answered' | 'taken-back'

export async function setState({ now }: Pick<Core, 'now'>, tx: Tx, { id, state }: { id: string; state: State }) {
  const change = { state, updated_at: now() }
  await journeyTables(tx).updateTable('journey_follow_ups').set(change).where('id', '=', id).execute()
}
