/** Takes actions that travelled into the record, with how they came to be where they are. */
import type { Tx } from '#core/db'
import { toJson } from '#std/json'
import { chunksOf } from '#std/list'
import type { Core } from '../../../core/core.ts'
import { insertAction, newRow, readRoom } from '../actions/actions.ts'
import { placeActions, settleActions } from '../actions/settle-actions.ts'
import { journeyTables } from '../schema.ts'
import type { PortableAction } from './belongings.ts'
import { renamingFor, type Rename } from './ids.ts'

interface Admitting {
  owner: string
  actions: readonly PortableAction[]
}

/** Answers how many were added; more than there is room for are left out. */
export async function admitActions(core: Core, tx: Tx, { owner, actions }: Admitting): Promise<number> {
  const renames = await readRenames(tx, { owner, actions })
  const known = await readKnown(tx, owner)
  const named = [...new Map(actions.map((action) => [renames.action(action.id), action]))]
  const room = Math.max(0, await readRoom(tx, owner))
  const fresh = named.filter(([id]) => !known.has(id)).slice(0, room)
  for (const [id, action] of fresh) await insertOne(core, tx, { id, owner, action })
  const told = [...fresh, ...named.filter(([id]) => known.has(id))]
  const followUps = await readFollowUps(tx, owner)
  for (const [id, action] of told) {
    const moves = action.moves.filter(
      ({ by, followUpId }) =>
        (by !== 'analysis' && !known.has(id)) ||
        (by === 'analysis' && followUps.get(renames.followUp(followUpId ?? '')) === 'moved'),
    )
    await insertMoves(tx, { owner, id, renames, moves })
    const questions = action.questions.filter(({ followUpId }) => followUps.has(renames.followUp(followUpId)))
    await insertQuestions(tx, { id, renames, questions })
  }
  const placed = fresh.map(([id]) => id)
  await placeActions(core, tx, placed)
  await settleActions(
    core,
    tx,
    told.map(([id]) => id).filter((id) => known.has(id)),
  )
  return placed.length
}

interface Renames {
  action: Rename
  move: Rename
  followUp: Rename
  session: Rename
}

async function readRenames(tx: Tx, { owner, actions }: Admitting): Promise<Renames> {
  const moves = actions.flatMap((action) => action.moves)
  const asked = actions.flatMap(({ questions }) => questions.map(({ followUpId }) => followUpId))
  const naming = (table: Parameters<typeof renamingFor>[1], ids: readonly string[]) =>
    renamingFor(tx, table, { owner, ids })
  return {
    action: await naming(
      'journey_actions',
      actions.map(({ id }) => id),
    ),
    move: await naming(
      'journey_action_moves',
      moves.map(({ id }) => id),
    ),
    followUp: await naming('journey_follow_ups', [...asked, ...moves.flatMap(({ followUpId }) => followUpId ?? [])]),
    session: await naming(
      'journey_sessions',
      moves.flatMap(({ sessionId }) => sessionId ?? []),
    ),
  }
}

async function readKnown(tx: Tx, owner: string): Promise<ReadonlySet<string>> {
  const rows = await journeyTables(tx).selectFrom('journey_actions').select('id').where('owner', '=', owner).execute()
  return new Set(rows.map(({ id }) => id))
}

/** What was taken back since is not moved again by the same words. */
async function readFollowUps(tx: Tx, owner: string): Promise<ReadonlyMap<string, string>> {
  const query = journeyTables(tx).selectFrom('journey_follow_ups').select(['id', 'state']).where('owner', '=', owner)
  return new Map((await query.execute()).map(({ id, state }) => [id, state]))
}

interface One {
  id: string
  owner: string
  action: PortableAction
}

const insertOne = (core: Core, tx: Tx, { id, owner, action }: One) =>
  insertAction(core, tx, {
    ...newRow(core, { owner, key: action.key, title: action.title, origin: action.origin }),
    id,
    detail: action.detail,
    due_day: action.dueDay,
    due_time: action.dueTime,
    due_words: action.dueWords,
    recurrence: action.recurrence,
    month_day: action.monthDay,
    priority: action.priority,
    status: action.status,
    grade: action.grade,
    polarity: action.polarity,
    topic: action.topic,
    touched: toJson(action.touched),
    due_set_at: action.dueSetAt,
    reminded_of: action.remindedOf,
    created_at: action.createdAt,
    updated_at: action.updatedAt,
  })

interface Tying {
  id: string
  renames: Renames
}

async function insertMoves(
  tx: Tx,
  { id: action_id, owner, renames, moves }: Tying & Pick<PortableAction, 'moves'> & { owner: string },
) {
  const rows = moves.map(({ id, from, to, by, sessionId, span, confidence, followUpId, at }) => ({
    ...{ id: renames.move(id), action_id, owner, from_status: from, to_status: to, made_by: by, confidence, at },
    session_id: sessionId === null ? null : renames.session(sessionId),
    span: span === null ? null : toJson(span),
    follow_up_id: followUpId === null ? null : renames.followUp(followUpId),
    change_id: null,
  }))
  for (const part of chunksOf(rows, 100)) {
    await journeyTables(tx)
      .insertInto('journey_action_moves')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function insertQuestions(
  tx: Tx,
  { id: action_id, renames, questions }: Tying & Pick<PortableAction, 'questions'>,
) {
  for (const { followUpId, ordinal } of questions) {
    await journeyTables(tx)
      .insertInto('journey_follow_up_candidates')
      .values({ follow_up_id: renames.followUp(followUpId), action_id, ordinal })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
