/** Elements as a person meets them: reading them page by page, deciding about them, taking a decision back. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { readPage, type Reader, type Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import {
  ElementId,
  ElementKind,
  elementNotFound,
  ElementStatus,
  SessionId,
  type Decision,
  type Element,
} from '../contract.ts'
import { journeyTables, type ElementRow } from '../schema.ts'
import { findSession, tell, type Mine } from '../sessions/sessions.ts'
import { spansOf, traitsOf } from './stored-elements.ts'

export interface ElementsQuery {
  cursor?: string | undefined
  limit: number
  kind?: ElementKind | undefined
}

const asInText = { by: 'place', key: z.int(), direction: 'asc' } as const

export async function listElements(reader: Reader, mine: Mine, query: ElementsQuery) {
  await findSession(reader, mine)
  const { rows, next } = await readPage(selectElements(reader, mine.id, query), asInText, query)
  return { items: rows.map(toElement), next }
}

function selectElements(reader: Reader, sessionId: string, { kind }: ElementsQuery) {
  const all = journeyTables(reader).selectFrom('journey_elements').selectAll().where('session_id', '=', sessionId)
  return kind ? all.where('kind', '=', kind) : all
}

/** All of a session that the person did not reject, in the order of the text. */
export async function listShownElements(reader: Reader, sessionId: string): Promise<Element[]> {
  const all = journeyTables(reader).selectFrom('journey_elements').selectAll().where('session_id', '=', sessionId)
  return (await all.where('status', '!=', 'rejected').orderBy('place').orderBy('id').execute()).map(toElement)
}

/** What a decision replaced. */
export const Decided = z.object({ status: ElementStatus, label: z.string() })

/** Decides about an element; answers it with what stood before. */
export async function decideElement(core: Core, tx: Tx, { decision, ...mine }: Mine & { decision: Decision }) {
  const row = await findElement(tx, mine)
  const { status, label } =
    decision.label === undefined ? { ...row, status: decision.status ?? row.status } : edited(row, decision.label)
  await settleElement(core, tx, { ...mine, row, next: { status, label } })
  const changeId = await core.undo.keep(tx, {
    kind: 'journey.element-decided',
    owner: mine.owner,
    subject: row.id,
    label: row.label,
    before: Decided.parse({ status: row.status, label: row.label }),
  })
  return { element: toElement({ ...row, status, label, updated_at: core.now() }), changeId }
}

/** Writing the proposed words again is no edit but a confirmation. */
const edited = ({ proposed_label }: ElementRow, label: string) => ({
  label,
  status: label === proposed_label ? 'confirmed' : 'edited',
})

export async function takeBackDecision(core: Core, tx: Tx, { before, ...mine }: Mine & { before: unknown }) {
  const row = await findElement(tx, mine)
  await settleElement(core, tx, { ...mine, row, next: Decided.parse(before) })
}

interface Settling extends Mine {
  row: ElementRow
  next: { status: string; label: string }
}

async function settleElement(core: Core, tx: Tx, { owner, row, next }: Settling) {
  const label = next.status === 'proposed' ? row.proposed_label : next.label
  const change = { ...next, label, updated_at: core.now() }
  await journeyTables(tx).updateTable('journey_elements').set(change).where('id', '=', row.id).execute()
  const payload = { elementId: row.id, status: next.status }
  await tell(core, tx, { owner, id: row.session_id, name: 'journey.element-decided', payload })
}

/** Refuses (404) elements that are missing, of a deleted session, or somebody else's. */
async function findElement(reader: Reader, { owner, id }: Mine): Promise<ElementRow> {
  const row = await journeyTables(reader)
    .selectFrom('journey_elements')
    .innerJoin('journey_sessions', 'journey_sessions.id', 'journey_elements.session_id')
    .selectAll('journey_elements')
    .where('journey_elements.id', '=', id)
    .where('journey_elements.owner', '=', owner)
    .where('journey_sessions.deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem(elementNotFound, 'There is no such element. A later analysis may have replaced it.')
  return row
}

/** Words for how sure the analyser is: from 0.7 clear, from 0.4 likely. */
const bandOf = (confidence: number) => (confidence >= 0.7 ? 'clear' : confidence >= 0.4 ? 'likely' : 'unclear')

function toElement(row: ElementRow): Element {
  return {
    id: ElementId.parse(row.id),
    sessionId: SessionId.parse(row.session_id),
    kind: ElementKind.parse(row.kind),
    label: row.label,
    proposedLabel: row.proposed_label,
    traits: traitsOf(row),
    confidence: row.confidence,
    band: bandOf(row.confidence),
    status: ElementStatus.parse(row.status),
    analyser: row.analyser,
    spans: spansOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
