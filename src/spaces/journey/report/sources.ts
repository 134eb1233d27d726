/** The sessions of a span, and how their words are quoted. */
import type { Reader } from '#core/db'
import { SessionId, type ReportQuote } from '../contract.ts'
import { sentencesOf } from '../elements/sentences-of.ts'
import { spansOf } from '../elements/stored-elements.ts'
import { journeyTables } from '../schema.ts'
import { quoteAround, type QuoteSource } from './quoting.ts'

export interface Reported {
  owner: string
  from: string
  to: string
  /** Only these; all of the span unless told. */
  only?: ReadonlySet<string>
}

interface Source extends QuoteSource {
  id: string
  day: string
}

/** By day. */
export async function readSources(reader: Reader, asked: Reported): Promise<ReadonlyMap<string, Source>> {
  const rejected = Map.groupBy(await listRejected(reader, asked), ({ session_id }) => session_id)
  const sources = (await listSessions(reader, asked)).map(({ id, date, text, passages }) => ({
    id,
    day: date,
    text: text ?? '',
    sentences: sentencesOf({ passages }),
    rejected: (rejected.get(id) ?? []).flatMap(spansOf),
  }))
  return new Map(sources.map((source) => [source.id, source]))
}

async function listSessions(reader: Reader, { owner, from, to, only }: Reported) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .leftJoin('journey_transcripts', 'journey_transcripts.session_id', 'journey_sessions.id')
    .select(['journey_sessions.id', 'date', 'passages', 'journey_transcripts.text'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
  return rows.filter(({ id }) => only?.has(id) ?? true)
}

const listRejected = (reader: Reader, { owner, from, to }: Reported) =>
  journeyTables(reader)
    .selectFrom('journey_elements')
    .innerJoin('journey_sessions', 'journey_sessions.id', 'journey_elements.session_id')
    .select(['session_id', 'spans'])
    .where('journey_sessions.owner', '=', owner)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('status', '=', 'rejected')
    .execute()

export type Quoter = (sessionId: string, span: { start: number; end: number } | undefined) => ReportQuote[]

/** Quotes nothing of sessions that the report is not about. */
export const quoterOf =
  (sources: ReadonlyMap<string, Source>): Quoter =>
  (sessionId, span) => {
    const source = sources.get(sessionId)
    if (!source || !span) return []
    return [{ sessionId: SessionId.parse(sessionId), day: source.day, quote: quoteAround(source, span) }]
  }
