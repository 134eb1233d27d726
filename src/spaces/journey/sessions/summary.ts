/**
 * What a list shows of a session beside its own facts. It is derived from the text and the elements in the transaction
 * of every change, and kept on the row, so that a page of sessions costs no more than its rows.
 */
import { z } from 'zod'
import type { Reader, Tx } from '#core/db'
import type { AppendedEvent, InlineConsumer } from '#core/events'
import { fromJson, toJson } from '#std/json'
import { isOwn } from '../elements/stored-elements.ts'
import { ElementKind, journeyTopic } from '../contract.ts'
import { journeyTables, type ElementRow } from '../schema.ts'

const Summary = z.object({
  beginning: z.string(),
  /** Strongest first, without what was rejected, and without feelings that are absent or somebody else's. */
  emotions: z.array(z.string()),
  topics: z.array(z.string()),
  counts: z.record(ElementKind, z.int()),
})
export type Summary = z.infer<typeof Summary>

const excerptLength = 240
const shownLabels = 3

export const summaryKeeping: InlineConsumer = {
  name: 'journey.summaries',
  async handle(tx: Tx, { topic, entity }: AppendedEvent) {
    if (topic !== journeyTopic) return
    const summary = toJson(await deriveSummary(tx, entity))
    await journeyTables(tx).updateTable('journey_sessions').set({ summary }).where('id', '=', entity).execute()
  },
}

/** Rows of before summaries were kept have none until they change. */
export async function summaryOf(reader: Reader, row: { id: string; summary: string | null }): Promise<Summary> {
  return row.summary === null ? deriveSummary(reader, row.id) : fromJson(Summary, row.summary)
}

async function deriveSummary(reader: Reader, sessionId: string): Promise<Summary> {
  const found = await readFound(reader, sessionId)
  const labels = (kind: ElementKind) => new Set(found.filter((one) => one.kind === kind).map(({ label }) => label))
  const count = (kind: ElementKind) => found.filter((one) => one.kind === kind).length
  return {
    beginning: (await readBeginning(reader, sessionId)).replace(/\s+/g, ' ').trim(),
    emotions: [...labels('emotion')].slice(0, shownLabels),
    topics: [...labels('topic')].slice(0, shownLabels),
    counts: {
      emotion: count('emotion'),
      topic: count('topic'),
      belief: count('belief'),
      challenge: count('challenge'),
      insight: count('insight'),
      action: count('action'),
    },
  }
}

type Found = Pick<ElementRow, 'kind' | 'label'>

async function readFound(reader: Reader, sessionId: string): Promise<Found[]> {
  const rows = await journeyTables(reader)
    .selectFrom('journey_elements')
    .select(['kind', 'label', 'traits'])
    .where('session_id', '=', sessionId)
    .where('status', '!=', 'rejected')
    .orderBy('confidence', 'desc')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.filter(isOwn)
}

async function readBeginning(reader: Reader, sessionId: string) {
  const row = await journeyTables(reader)
    .selectFrom('journey_transcripts')
    .select((one) => one.fn<string>('substr', ['text', one.lit(1), one.lit(excerptLength)]).as('beginning'))
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row?.beginning ?? ''
}
