/**
 * Puts a reading in the place of the last one. A pattern that is found again keeps the time at which it was first found;
 * one that is not is kept as gone for a while, so that it is no news when it comes back.
 */
import type { Tx } from '#core/db'
import { day } from '#std/duration'
import { toJson } from '#std/json'
import type { Core } from '../../../../core/core.ts'
import { patternsTopic } from '../contract.ts'
import { journeyTables } from '../../schema.ts'
import type { Outcome } from './messages.ts'

const goneFor = 90 * day
/** People are told of something new at most so often. */
const toldEvery = 7 * day

interface Storing {
  owner: string
  run: number
  outcome: Outcome
  actor: string
}

/** Does nothing when a later reading is stored already, or the person has left. */
export async function storePatterns(core: Pick<Core, 'now' | 'events'>, tx: Tx, storing: Storing) {
  const { owner, run, outcome, actor } = storing
  const readings = journeyTables(tx).selectFrom('journey_pattern_readings').where('owner', '=', owner)
  const reading = await readings.select(['read_run', 'told_at']).executeTakeFirst()
  if (!reading || reading.read_run >= run) return
  const at = core.now()
  const isNews = await replacePatterns(tx, { owner, at, outcome })
  const isTold = isNews && (reading.told_at === null || reading.told_at <= at - toldEvery)
  const { sessions, kinds } = outcome
  await journeyTables(tx)
    .updateTable('journey_pattern_readings')
    .set({ read_run: run, computed_at: at, sessions, kinds: toJson(kinds), ...(isTold && { told_at: at }) })
    .where('owner', '=', owner)
    .execute()
  const payload = { patterns: outcome.rows.length, isNews: isTold }
  await core.events.append(tx, {
    name: 'journey.patterns-refreshed',
    topic: patternsTopic,
    entity: owner,
    owner,
    actor,
    payload,
  })
}

interface Replacing {
  owner: string
  at: number
  outcome: Outcome
}

/** Answers whether something strong was found that was not known before. */
async function replacePatterns(tx: Tx, { owner, at, outcome: { rows } }: Replacing): Promise<boolean> {
  const patterns = journeyTables(tx).selectFrom('journey_patterns').where('owner', '=', owner)
  const known = new Map((await patterns.selectAll().execute()).map((row) => [row.key, row]))
  await journeyTables(tx).deleteFrom('journey_patterns').where('owner', '=', owner).execute()
  const fresh = rows.map(({ key, kind, body }, place) => ({
    owner,
    key,
    kind,
    place,
    body,
    computed_at: at,
    first_found_at: known.get(key)?.first_found_at ?? at,
    gone_at: null,
  }))
  const found = new Set(rows.map(({ key }) => key))
  const gone = [...known.values()].filter(({ key, gone_at }) => !found.has(key) && (gone_at ?? at) > at - goneFor)
  for (const row of [...fresh, ...gone.map((one) => ({ ...one, gone_at: one.gone_at ?? at }))]) {
    await journeyTables(tx).insertInto('journey_patterns').values(row).execute()
  }
  return rows.some(({ key, isStrong }) => isStrong && !known.has(key))
}
