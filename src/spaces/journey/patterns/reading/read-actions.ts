/** Reads the actions that a person sees, some at a time, with where they were said and how they moved. */
import type { Reader } from '#core/db'
import { ActionStatus } from '../../actions/contract.ts'
import { journeyTables } from '../../schema.ts'
import type { ActionPage } from './action-rows.ts'

const actionsInPage = 200

export async function* readActionPages(reader: Reader, owner: string): AsyncGenerator<ActionPage> {
  let after = ''
  for (;;) {
    const rows = await readShown(reader, { owner, after })
    const ids = rows.map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    const actions = rows.map((row) => ({ ...row, status: ActionStatus.parse(row.status) }))
    yield { actions, sayings: await readSayings(reader, ids), moves: await readMoves(reader, ids) }
  }
}

const readShown = (reader: Reader, { owner, after }: { owner: string; after: string }) =>
  journeyTables(reader)
    .selectFrom('journey_actions')
    .select(['id', 'title', 'status', 'grade', 'polarity', 'recurrence', 'topic', 'due_day', 'origin', 'created_at'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_shown', '=', 1)
    .where('id', '>', after)
    .orderBy('id')
    .limit(actionsInPage)
    .execute()

/** By elements that stand, in sessions that are there. */
const readSayings = (reader: Reader, ids: readonly string[]) =>
  journeyTables(reader)
    .selectFrom('journey_action_sayings as saying')
    .innerJoin('journey_elements as element', 'element.id', 'saying.element_id')
    .innerJoin('journey_sessions as session', 'session.id', 'saying.session_id')
    .select(['saying.action_id', 'saying.element_id', 'session.date'])
    .where('saying.action_id', 'in', ids)
    .where('element.status', '!=', 'rejected')
    .where('session.deleted_at', 'is', null)
    .orderBy('session.date')
    .orderBy('saying.element_id')
    .execute()

/** A move that was read from a session stands while the session is there; one of the person stands without it too. */
async function readMoves(reader: Reader, ids: readonly string[]) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_action_moves as move')
    .leftJoin('journey_sessions as session', (on) =>
      on.onRef('session.id', '=', 'move.session_id').on('session.deleted_at', 'is', null),
    )
    .select(['move.action_id', 'move.from_status', 'move.to_status', 'move.at', 'move.span'])
    .select(['session.id as session_id', 'session.date'])
    .where('move.action_id', 'in', ids)
    .where((row) => row.or([row('move.made_by', '=', 'person'), row('session.id', 'is not', null)]))
    .orderBy('move.at')
    .orderBy('move.id')
    .execute()
  return rows.map(({ from_status, to_status, ...row }) => ({
    ...row,
    from_status: ActionStatus.parse(from_status),
    to_status: ActionStatus.parse(to_status),
  }))
}
