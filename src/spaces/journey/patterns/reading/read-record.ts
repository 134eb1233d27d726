/** Reads what patterns are read from, newest first, some sessions at a time, so that neither memory nor the loop feels it. */
import type { Reader } from '#core/db'
import { journeyTables } from '../../schema.ts'
import type { RowPage } from './rows.ts'

const sessionsInPage = 25

export interface Range {
  owner: string
  /** Days, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Living sessions that were analysed, with their elements, without what was rejected. */
export async function* readPages(reader: Reader, range: Range): AsyncGenerator<RowPage> {
  let after: { date: string; id: string } | undefined
  for (;;) {
    const sessions = await readSessions(reader, range, after)
    after = sessions.at(-1)
    if (!after) return
    const ids = sessions.map(({ id }) => id)
    yield { sessions, elements: await readElements(reader, ids) }
  }
}

export async function countSessions(reader: Reader, owner: string): Promise<number> {
  const query = analysed(reader, { owner }).select((row) => row.fn.countAll<number>().as('count'))
  const { count } = await query.executeTakeFirstOrThrow()
  return Number(count)
}

function analysed(reader: Reader, { owner, from, to }: Range) {
  let query = journeyTables(reader)
    .selectFrom('journey_sessions')
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_analysed', '=', 1)
  if (from !== undefined) query = query.where('date', '>=', from)
  if (to !== undefined) query = query.where('date', '<=', to)
  return query
}

function readSessions(reader: Reader, range: Range, after: { date: string; id: string } | undefined) {
  let query = analysed(reader, range).select(['id', 'date', 'title', 'valence', 'passages', 'words'])
  if (after) {
    const { date, id } = after
    query = query.where(({ or, and, eb }) =>
      or([eb('date', '<', date), and([eb('date', '=', date), eb('id', '<', id)])]),
    )
  }
  return query.orderBy('date', 'desc').orderBy('id', 'desc').limit(sessionsInPage).execute()
}

const readElements = (reader: Reader, sessions: readonly string[]) =>
  journeyTables(reader)
    .selectFrom('journey_elements')
    .select(['id', 'session_id', 'kind', 'key', 'label', 'proposed_label', 'traits', 'spans'])
    .where('session_id', 'in', sessions)
    .where('status', '!=', 'rejected')
    .orderBy('session_id')
    .orderBy('place')
    .orderBy('id')
    .execute()
