/** What quotes are cut from: texts of sessions with their sentences, read some at a time because texts may be long. */
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Reader } from '#core/db'
import { journeyTables } from '../schema.ts'
import { sentencesOf } from './sentences-of.ts'
import { spansOf } from './stored-elements.ts'

const Range = z.object({ start: z.int(), end: z.int() })

export const QuoteSource = z.object({
  /** Of the session. */
  id: z.string(),
  text: z.string(),
  /** In order, never overlapping. */
  sentences: z.array(Range),
  /** What the person rejected. A sentence that holds some of it is not quoted, so that it does not come back this way. */
  rejected: z.array(Range),
})
export type QuoteSource = z.infer<typeof QuoteSource>

const sessionsInPage = 10

export async function* readQuoteSources(reader: Reader, ids: readonly string[]): AsyncGenerator<QuoteSource[]> {
  for (let i = 0; i < ids.length; i += sessionsInPage) {
    yield await readPage(reader, ids.slice(i, i + sessionsInPage))
    // On SQLite a query is no wait, so others are let in between two pages.
    await setImmediate()
  }
}

async function readPage(reader: Reader, ids: readonly string[]): Promise<QuoteSource[]> {
  const rejected = Map.groupBy(await listRejected(reader, ids), ({ session_id }) => session_id)
  const rows = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .leftJoin('journey_transcripts', 'journey_transcripts.session_id', 'journey_sessions.id')
    .select(['journey_sessions.id', 'passages', 'journey_transcripts.text'])
    .where('journey_sessions.id', 'in', ids)
    .execute()
  return rows.map(({ id, text, passages }) => ({
    id,
    text: text ?? '',
    sentences: sentencesOf({ passages }),
    rejected: (rejected.get(id) ?? []).flatMap(spansOf),
  }))
}

const listRejected = (reader: Reader, ids: readonly string[]) =>
  journeyTables(reader)
    .selectFrom('journey_elements')
    .select(['session_id', 'spans'])
    .where('session_id', 'in', ids)
    .where('status', '=', 'rejected')
    .execute()
