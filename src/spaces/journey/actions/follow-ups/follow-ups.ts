/**
 * Keeps what a session says of actions of earlier ones. A clear word moves the action, with the words as evidence and a
 * way back; an unclear one becomes a question. A session that is read again finds its follow-ups again, with what was
 * decided about them.
 */
import type { Tx } from '#core/db'
import { toJson } from '#std/json'
import type { Core } from '../../../../core/core.ts'
import type { FollowUp } from '../../analyser/findings.ts'
import { journeyTables, type SessionRow } from '../../schema.ts'
import { settleActions } from '../settle-actions.ts'
import type { FollowUpRow } from '../schema.ts'
import { decideFollowUp } from './decide-follow-up.ts'
import { readCandidates } from './candidates.ts'
import { matchFollowUp } from './match-follow-up.ts'

interface Found {
  sessionId: string
  followUps: readonly FollowUp[]
}

export async function keepFollowUps(core: Core, tx: Tx, { sessionId, followUps }: Found) {
  const session = await readSession(tx, sessionId)
  const found = new Map(followUps.map((followUp) => [keyOf(followUp), followUp]))
  const known = await readKnown(tx, sessionId)
  await forget(
    core,
    tx,
    known.filter(({ key }) => !found.has(key)),
  )
  const waiting = []
  for (const [key, followUp] of found) {
    const row = known.find((one) => one.key === key)
    if (row) await refresh(tx, row, followUp)
    if (row === undefined || row.state === 'unmatched')
      waiting.push(row ?? (await add(core, tx, { session, key, followUp })))
  }
  await decideAll(core, tx, { session, waiting, followUps })
}

const readSession = (tx: Tx, id: string): Promise<SessionRow> =>
  journeyTables(tx).selectFrom('journey_sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const keyOf = ({ verdict, span }: FollowUp) => `${verdict} ${span.quote.toLowerCase()}`

const readKnown = (tx: Tx, sessionId: string): Promise<FollowUpRow[]> =>
  journeyTables(tx).selectFrom('journey_follow_ups').selectAll().where('session_id', '=', sessionId).execute()

/** What is no longer found moves nothing and asks nothing. */
async function forget(core: Core, tx: Tx, rows: readonly FollowUpRow[]) {
  for (const { id, state } of rows) {
    if (state === 'answered' || state === 'taken-back') continue
    const moves = journeyTables(tx).deleteFrom('journey_action_moves').where('follow_up_id', '=', id)
    const moved = await moves.returning('action_id').execute()
    await journeyTables(tx).deleteFrom('journey_follow_ups').where('id', '=', id).execute()
    await settleActions(
      core,
      tx,
      moved.map(({ action_id }) => action_id),
    )
  }
}

/** The same words may stand elsewhere in a text that has grown. */
async function refresh(tx: Tx, { id }: FollowUpRow, followUp: FollowUp) {
  const span = toJson(followUp.span)
  await journeyTables(tx).updateTable('journey_follow_ups').set({ span }).where('id', '=', id).execute()
  await journeyTables(tx).updateTable('journey_action_moves').set({ span }).where('follow_up_id', '=', id).execute()
}

interface Adding {
  session: SessionRow
  key: string
  followUp: FollowUp
}

async function add({ now, newId }: Core, tx: Tx, { session, key, followUp }: Adding): Promise<FollowUpRow> {
  const at = now()
  const row: FollowUpRow = {
    id: newId(),
    owner: session.owner,
    session_id: session.id,
    key,
    verdict: followUp.verdict,
    what: followUp.what,
    score: followUp.score,
    span: toJson(followUp.span),
    state: 'unmatched',
    created_at: at,
    updated_at: at,
  }
  await journeyTables(tx).insertInto('journey_follow_ups').values(row).execute()
  return row
}

interface Deciding {
  session: SessionRow
  waiting: readonly FollowUpRow[]
  followUps: readonly FollowUp[]
}

async function decideAll(core: Core, tx: Tx, { session, waiting, followUps }: Deciding) {
  if (waiting.length === 0) return
  const candidates = await readCandidates(tx, session)
  const denied = followUps
    .filter(({ verdict }) => verdict === 'not-done')
    .flatMap((followUp) => {
      const match = matchFollowUp(followUp, candidates)
      return match.kind === 'none' ? [] : match.kind === 'clear' ? [match.id] : match.ids
    })
  for (const row of waiting) {
    await decideFollowUp(core, tx, { session, row, candidates, denied: new Set(denied) })
  }
}

/** Of a session that is erased for good; what a person answered stays with the action. */
export async function forgetFollowUps(tx: Tx, sessionId: string) {
  const moves = journeyTables(tx).deleteFrom('journey_action_moves').where('session_id', '=', sessionId)
  await moves.where('made_by', '=', 'analysis').execute()
  await journeyTables(tx).deleteFrom('journey_follow_ups').where('session_id', '=', sessionId).execute()
}
