/** What is kept of the wording of a crisis: its places with the session, so that help is shown above it. */
import { z } from 'zod'
import { fromJson, toJson } from '#core/db'
import { crisisSchema, type Crisis } from '../analyser/findings.ts'

export const keepCrisis = (found: readonly Crisis[]): string | null => (found.length > 0 ? toJson(found) : null)

/** The gravest level in a kept text; null where there is none. */
export function gravestOf(kept: string | null): Crisis['level'] | null {
  if (kept === null) return null
  return fromJson(z.array(crisisSchema), kept).some(({ level }) => level === 'urgent') ? 'urgent' : 'concern'
}
