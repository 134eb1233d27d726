/** The sessions of a span, and how their words are quoted. */
import type { Reader } from '#core/db'
import { SessionId, type ReportQuote } from '../contract.ts'
import { readQuoteSources, type QuoteSource } from '../elements/quote-sources.ts'
import { quoteAround } from '../elements/quoting.ts'
import { journeyTables } from '../schema.ts'

export interface Reported {
  owner: string
  from: string
  to: string
  /** Only these; all of the span unless told. */
  only?: ReadonlySet<string>
}

interface Source extends QuoteSource {
  day: string
}

/** By day. */
export async function readSources(reader: Reader, asked: Reported): Promise<ReadonlyMap<string, Source>> {
  const days = new Map((await listSessions(reader, asked)).map(({ id, date }) => [id, date]))
  const sources = new Map<string, Source>()
  for await (const page of readQuoteSources(reader, [...days.keys()]))
    for (const source of page) sources.set(source.id, { ...source, day: days.get(source.id) ?? '' })
  return new Map([...days.keys()].flatMap((id) => pairOf(id, sources.get(id))))
}

const pairOf = (id: string, source: Source | undefined): [string, Source][] => (source ? [[id, source]] : [])

async function listSessions(reader: Reader, { owner, from, to, only }: Reported) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .select(['id', 'date'])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
  return rows.filter(({ id }) => only?.has(id) ?? true)
}

export type Quoter = (sessionId: string, span: { start: number; end: number } | undefined) => ReportQuote[]

/** Quotes nothing of sessions that the report is not about. */
export const quoterOf =
  (sources: ReadonlyMap<string, Source>): Quoter =>
  (sessionId, span) => {
    const source = sources.get(sessionId)
    if (!source || !span) return []
    return [{ sessionId: SessionId.parse(sessionId), day: source.day, quote: quoteAround(source, span) }]
  }
