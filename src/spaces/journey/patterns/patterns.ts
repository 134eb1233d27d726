/** The stored patterns of a person, with whether a newer reading is on its way. */
import { z } from 'zod'
import type { Reader } from '#core/db'
import { fromJson } from '#std/json'
import { journeyTables } from '../schema.ts'
import { KindStanding, Pattern, PatternKind, type Patterns } from './contract.ts'
import { findPatterns } from './finding/find-patterns.ts'

const Kinds = z.array(KindStanding)

/** How each kind stands for who has no session yet. */
const nothingRead = findPatterns({ sessions: [], actions: [], links: [], today: '1970-01-01' }).kinds

/** Of all kinds unless told. */
export async function readPatterns(
  reader: Reader,
  owner: string,
  kinds: readonly PatternKind[] = PatternKind.options,
): Promise<Patterns> {
  const readings = journeyTables(reader).selectFrom('journey_pattern_readings').where('owner', '=', owner)
  const reading = await readings.selectAll().executeTakeFirst()
  const isRead = reading !== undefined && reading.computed_at !== null
  const standings = isRead ? fromJson(Kinds, reading.kinds) : nothingRead
  return {
    computedAt: reading?.computed_at ?? null,
    isFresh: !reading || (reading.is_asked === 0 && reading.read_run === reading.run),
    sessions: reading?.sessions ?? 0,
    kinds: standings.filter(({ kind }) => kinds.includes(kind)),
    patterns: await listStanding(reader, owner, kinds),
  }
}

async function listStanding(reader: Reader, owner: string, kinds: readonly PatternKind[]): Promise<Pattern[]> {
  const rows = await journeyTables(reader)
    .selectFrom('journey_patterns')
    .select('body')
    .where('owner', '=', owner)
    .where('gone_at', 'is', null)
    .where('kind', 'in', kinds)
    .orderBy('place')
    .execute()
  return rows.map(({ body }) => fromJson(Pattern, body))
}
