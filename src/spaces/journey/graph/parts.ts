/** Parts of the graph that a session gives rise to beside its own, each under a name of its own. */
import type { Reader } from '#core/db'
import type { Page } from '#core/projections'
import { listLivingSessions } from '../projections/search-source.ts'

export interface SideParts {
  nameOf(sessionId: string): string
  /** The session of a part; undefined for what is no part of these. */
  sessionOf(part: string): string | undefined
  all(reader: Reader, page: Page): Promise<string[]>
}

export function sideParts(prefix: `${string}:`): SideParts {
  const nameOf = (sessionId: string) => prefix + sessionId
  return {
    nameOf,
    sessionOf: (part) => (part.startsWith(prefix) ? part.slice(prefix.length) : undefined),
    async all(reader, { after, limit }) {
      if (after > prefix && !after.startsWith(prefix)) return []
      const ids = await listLivingSessions(reader, { after: after.slice(prefix.length), limit })
      return ids.map(nameOf)
    },
  }
}
