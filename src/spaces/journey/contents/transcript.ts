/** The transcript of a session: all its content in one text, in the order it came. Only ever appended to. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import { contentLimits, contentTooLong, Segment, type Transcript } from '../contract.ts'
import { journeyTables } from '../schema.ts'

const Segments = z.array(Segment)
const between = '\n\n'

export async function readTranscript(reader: Reader, sessionId: string): Promise<Transcript> {
  const query = journeyTables(reader).selectFrom('journey_transcripts').selectAll()
  const row = await query.where('session_id', '=', sessionId).executeTakeFirst()
  if (!row) return { revision: 0, text: '', segments: [] }
  return { revision: row.revision, text: row.text, segments: fromJson(Segments, row.segments) }
}

/** Adds text at the end; what stood before keeps its place, so every span stays true. Answers where it starts. */
export async function appendToTranscript(
  tx: Tx,
  sessionId: string,
  added: { text: string; segments: readonly Segment[] },
): Promise<{ revision: number; start: number }> {
  const { revision, text, segments } = await readTranscript(tx, sessionId)
  const lead = text === '' ? '' : text + between
  if (lead.length + added.text.length > contentLimits.characters) {
    throw new Problem(
      contentTooLong,
      'With this the session would be longer than Cairn takes. Make a new session for it.',
    )
  }
  const moved = added.segments.map((one) => ({ ...one, start: one.start + lead.length, end: one.end + lead.length }))
  const row = { revision: revision + 1, text: lead + added.text, segments: toJson([...segments, ...moved]) }
  await journeyTables(tx)
    .insertInto('journey_transcripts')
    .values({ session_id: sessionId, ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute()
  return { revision: row.revision, start: lead.length }
}
