/** Where actions were said. */
import type { Reader } from '#core/db'
import { journeyTables } from '../schema.ts'

/** By elements that stand, in sessions that are there; the oldest first. */
export function readSayings(reader: Reader, ids: readonly string[]) {
  return journeyTables(reader)
    .selectFrom('journey_action_sayings as saying')
    .innerJoin('journey_elements as element', 'element.id', 'saying.element_id')
    .innerJoin('journey_sessions as session', 'session.id', 'saying.session_id')
    .select(['saying.action_id', 'saying.element_id', 'saying.session_id', 'saying.topic'])
    .select(['element.label', 'element.status', 'element.traits', 'element.spans', 'session.title', 'session.date'])
    .where('saying.action_id', 'in', ids)
    .where('element.status', '!=', 'rejected')
    .where('session.deleted_at', 'is', null)
    .orderBy('session.date')
    .orderBy('session.created_at')
    .orderBy('element.place')
    .orderBy('element.id')
    .execute()
}
export type SayingRow = Awaited<ReturnType<typeof readSayings>>[number]
