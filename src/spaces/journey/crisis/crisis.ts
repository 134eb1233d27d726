/** What is kept of the wording of a crisis: its places with the session, so that help is shown above it. */
import { z } from 'zod'
import type { Tx } from '#core/db'
import { fromJson, toJson } from '#std/json'
import { crisisSchema, type Crisis } from '../analyser/findings.ts'
import { journeyTables } from '../schema.ts'

export const keepCrisis = (found: readonly Crisis[]): string | null => (found.length > 0 ? toJson(found) : null)

interface Heard {
  sessionId: string
  /** Where the text that it was heard in begins. */
  start: number
  found: readonly Crisis[]
}

/** What is heard while a text is saved, so that help stands there at once; its analysis takes the place of this. */
export async function addCrisis(tx: Tx, { sessionId, start, found }: Heard) {
  if (found.length === 0) return
  const sessions = journeyTables(tx).selectFrom('journey_sessions').select('crisis').where('id', '=', sessionId)
  const { crisis: before } = await sessions.executeTakeFirstOrThrow()
  const moved = found.map(({ level, span: { start: from, end, quote } }) => ({
    level,
    span: { start: from + start, end: end + start, quote },
  }))
  const crisis = keepCrisis([...(before === null ? [] : fromJson(Kept, before)), ...moved])
  await journeyTables(tx).updateTable('journey_sessions').set({ crisis }).where('id', '=', sessionId).execute()
}

const Kept = z.array(crisisSchema)

/** The gravest level in a kept text; null where there is none. */
export function gravestOf(kept: string | null): Crisis['level'] | null {
  if (kept === null) return null
  return fromJson(Kept, kept).some(({ level }) => level === 'urgent') ? 'urgent' : 'concern'
}
