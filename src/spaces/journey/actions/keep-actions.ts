/**
 * Follows what is found in sessions: each action element says an action. One that is known and not over is said again,
 * another one begins. What a session no longer says, because it was rejected, deleted or read anew, is taken back,
 * unless a person touched it. Doing it twice changes nothing.
 */
import type { Tx } from '#core/db'
import type { AppendedEvent, InlineConsumer } from '#core/events'
import type { Core } from '../../../core/core.ts'
import { spansOf, traitsOf } from '../elements/stored-elements.ts'
import { journeyTopic } from '../contract.ts'
import { journeyTables, type ElementRow } from '../schema.ts'
import { insertAction, newRow, readRoom } from './actions.ts'
import { forgetFollowUps } from './follow-ups/follow-ups.ts'
import { intentionKeyOf } from './intention.ts'
import { settleActions, tellAction, type Journal } from './settle-actions.ts'
import { topicsOf } from './topics.ts'

const heard: ReadonlySet<string> = new Set([
  'journey.session-analysed',
  'journey.session-imported',
  'journey.session-updated',
  'journey.session-deleted',
  'journey.session-restored',
  'journey.session-erased',
  'journey.element-decided',
])

type Keeping = Journal & Pick<Core, 'undo'>

export function actionKeeping(core: Keeping): InlineConsumer {
  return {
    name: 'journey.actions',
    async handle(tx: Tx, { topic, name, entity, owner }: AppendedEvent) {
      if (topic !== journeyTopic || !heard.has(name)) return
      await keepActions(core, tx, { owner, sessionId: entity })
    },
  }
}

interface About {
  owner: string
  sessionId: string
}

async function keepActions(core: Keeping, tx: Tx, about: About) {
  const { sessionId } = about
  const elements = await readActionElements(tx, sessionId)
  const said = await readSayings(tx, sessionId)
  await unsay(tx, { elements, said })
  const known = new Set(said.map(({ element_id }) => element_id))
  const fresh = elements.filter(({ id, status }) => status !== 'rejected' && !known.has(id))
  const begun = await sayAll(core, tx, { ...about, elements: fresh })
  const before = [...said.map(({ action_id }) => action_id), ...(await movedIn(tx, sessionId))]
  if (!(await exists(tx, sessionId))) await forgetFollowUps(tx, sessionId)
  await settleActions(core, tx, [...before, ...begun])
  await dropUnsaid(core, tx, before)
}

const readSayings = (tx: Tx, sessionId: string) =>
  journeyTables(tx)
    .selectFrom('journey_action_sayings')
    .select(['element_id', 'action_id'])
    .where('session_id', '=', sessionId)
    .execute()

interface Said {
  elements: readonly ElementRow[]
  said: readonly { element_id: string }[]
}

/** Elements that went away say nothing more. */
async function unsay(tx: Tx, { elements, said }: Said) {
  const isThere = new Set(elements.map(({ id }) => id))
  const sayings = journeyTables(tx).deleteFrom('journey_action_sayings')
  for (const { element_id } of said) {
    if (!isThere.has(element_id)) await sayings.where('element_id', '=', element_id).execute()
  }
}

function readActionElements(tx: Tx, sessionId: string): Promise<ElementRow[]> {
  const found = journeyTables(tx).selectFrom('journey_elements').selectAll().where('session_id', '=', sessionId)
  return found.where('kind', '=', 'action').orderBy('place').orderBy('id').execute()
}

async function movedIn(tx: Tx, sessionId: string) {
  const moves = journeyTables(tx).selectFrom('journey_action_moves').select('action_id').distinct()
  const rows = await moves.where('session_id', '=', sessionId).execute()
  return rows.map(({ action_id }) => action_id)
}

async function exists(tx: Tx, sessionId: string) {
  const query = journeyTables(tx).selectFrom('journey_sessions').select('id').where('id', '=', sessionId)
  return (await query.executeTakeFirst()) !== undefined
}

/** Answers the ids of the actions that are said. Where there is no room for another one, what is new is left out. */
async function sayAll(journal: Journal, tx: Tx, { elements, ...about }: About & { elements: readonly ElementRow[] }) {
  if (elements.length === 0) return []
  const topicOf = await topicsOf(tx, about.sessionId)
  const room = await readRoom(tx, about.owner)
  const said: string[] = []
  const begun: string[] = []
  for (const element of elements) {
    const intention = intentionOf(element)
    const known = await findStanding(tx, { ...about, ...intention })
    if (known === undefined && begun.length >= room) continue
    const actionId = known ?? (await begin(journal, tx, { ...about, ...intention }))
    if (known === undefined) begun.push(actionId)
    await say(tx, { ...about, actionId, elementId: element.id, topic: topicOf(spansOf(element)) })
    said.push(actionId)
  }
  return said
}

interface Intention {
  key: string
  title: string
}

const intentionOf = (element: ElementRow): Intention => ({
  key: intentionKeyOf(element.label, traitsOf(element).action?.polarity),
  title: element.label,
})

/** The action of the same intention that is not over. */
async function findStanding(tx: Tx, { owner, key }: About & Intention) {
  const known = await journeyTables(tx)
    .selectFrom('journey_actions')
    .select('id')
    .where('owner', '=', owner)
    .where('key', '=', key)
    .where('deleted_at', 'is', null)
    .where('status', 'not in', ['done', 'dropped'])
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst()
  return known?.id
}

async function begin(journal: Journal, tx: Tx, { owner, key, title }: About & Intention) {
  const row = newRow(journal, { owner, key, title, origin: 'session' })
  await insertAction(journal, tx, row)
  return row.id
}

interface Saying extends About {
  actionId: string
  elementId: string
  topic: string | null
}

async function say(tx: Tx, { owner, sessionId, actionId, elementId, topic }: Saying) {
  const row = { element_id: elementId, action_id: actionId, session_id: sessionId, owner, topic }
  await journeyTables(tx).insertInto('journey_action_sayings').values(row).execute()
}

/** What nothing says any more and nobody touched was never meant. What could be undone of it goes, too: it names it. */
async function dropUnsaid(core: Keeping, tx: Tx, ids: readonly string[]) {
  for (const id of new Set(ids)) {
    const row = await journeyTables(tx)
      .selectFrom('journey_actions as action')
      .leftJoin('journey_action_sayings as saying', 'saying.action_id', 'action.id')
      .select(['action.id', 'action.owner'])
      .where('action.id', '=', id)
      .where('action.is_shown', '=', 0)
      .where('saying.element_id', 'is', null)
      .executeTakeFirst()
    if (!row) continue
    await journeyTables(tx).deleteFrom('journey_actions').where('id', '=', id).execute()
    await core.undo.forget(tx, row.owner, [id])
    await tellAction(core, tx, { ...row, name: 'journey.action-erased' })
  }
}
