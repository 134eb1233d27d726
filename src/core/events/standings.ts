/** How far the following consumers are behind the log. */
import type { Reader } from '#core/db'
import { readLatest } from './log.ts'
import { eventTables } from './schema.ts'

export interface Standing {
  name: string
  position: number
  /** Events that it has not passed yet. */
  lag: number
  failures: number
  /** The words of the last failure while it waits to try again. */
  error: string | null
  /** When it tries again, in milliseconds since 1970; 0 when nothing failed. */
  retryAt: number
}

export async function readStandings(reader: Reader, names: readonly string[]): Promise<Standing[]> {
  if (names.length === 0) return []
  const latest = await readLatest(reader)
  const query = eventTables(reader).selectFrom('event_consumers').selectAll().where('name', 'in', names)
  const rows = await query.orderBy('name').execute()
  return rows.map(({ name, position, failures, error, retry_at }) => ({
    name,
    position,
    lag: Math.max(0, latest - position),
    failures,
    error,
    retryAt: retry_at,
  }))
}
