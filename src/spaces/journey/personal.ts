/** What Journey keeps of a person: each session in a folder, as data and as text. Files are exported by the core. */
import { z } from 'zod'
import type { Reader } from '#core/db'
import { asJson, type PersonalRecords } from '#core/personal'
import { fromJson } from '#std/json'
import { eraseActions, exportActions } from './actions/personal.ts'
import { readPatterns } from './patterns/patterns.ts'
import { journeyTables, type SessionRow } from './schema.ts'
import { eraseTaxonomy, listOwnTopics, listOwnWords } from './taxonomy/own-words.ts'

export const journeyRecords: PersonalRecords = {
  name: 'journey',
  async *export(reader, owner) {
    for (const { id } of await listSessions(reader, owner)) {
      const session = await readSession(reader, id)
      if (!session) continue
      const folder = `${session.date} ${session.title.replaceAll('/', '-')} ${session.id.slice(-6)}`
      yield asJson(`${folder}/session.json`, await describe(reader, session))
      const text = await readTranscript(reader, session.id)
      if (text) yield { path: `${folder}/transcript.txt`, content: text }
    }
    const [reflections, shares] = [await readReflections(reader, owner), await readShares(reader, owner)]
    if (reflections.length > 0) yield asJson('reflections.json', reflections)
    if (shares.length > 0) yield asJson('shares.json', shares)
    const kept = await exportActions(reader, owner)
    if (kept.actions.length > 0) yield asJson('actions.json', kept)
    const { patterns } = await readPatterns(reader, owner)
    if (patterns.length > 0) yield asJson('patterns.json', patterns)
    yield asJson('taxonomy.json', {
      topics: await listOwnTopics(reader, owner),
      words: await listOwnWords(reader, owner),
    })
  },
  /** Contents, transcripts and elements are tied to their session and go with it. */
  async erase(tx, owner) {
    await eraseActions(tx, owner)
    for (const table of tables) await journeyTables(tx).deleteFrom(table).where('owner', '=', owner).execute()
    await eraseTaxonomy(tx, owner)
  },
}

const tables = [
  'journey_patterns',
  'journey_pattern_readings',
  'journey_sessions',
  'journey_exports',
  'journey_imports',
  'journey_reflections',
  'journey_shares',
] as const

const listSessions = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_sessions')
    .select('id')
    .where('owner', '=', owner)
    .orderBy('date')
    .orderBy('id')
    .execute()

const readSession = (reader: Reader, id: string): Promise<SessionRow | undefined> =>
  journeyTables(reader).selectFrom('journey_sessions').selectAll().where('id', '=', id).executeTakeFirst()

async function describe(reader: Reader, { owner: _, job_id: __, passages: ___, crisis, ...session }: SessionRow) {
  const contents = journeyTables(reader).selectFrom('journey_contents').where('session_id', '=', session.id)
  const elements = journeyTables(reader).selectFrom('journey_elements').where('session_id', '=', session.id)
  const found = await elements.selectAll().orderBy('place').orderBy('id').execute()
  return {
    ...session,
    crisis: crisis === null ? [] : fromJson(z.unknown(), crisis),
    contents: await contents.select(['name', 'format', 'characters', 'created_at']).orderBy('ordinal').execute(),
    elements: found.map(({ owner: ____, session_id: _____, traits, spans, ...element }) => ({
      ...element,
      traits: fromJson(z.unknown(), traits),
      spans: fromJson(z.unknown(), spans),
    })),
  }
}

async function readTranscript(reader: Reader, sessionId: string) {
  const query = journeyTables(reader).selectFrom('journey_transcripts').select('text')
  return (await query.where('session_id', '=', sessionId).executeTakeFirst())?.text
}

const readReflections = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_reflections')
    .select(['from_day as from', 'to_day as to', 'text', 'updated_at as updatedAt'])
    .where('owner', '=', owner)
    .orderBy('from_day')
    .orderBy('to_day')
    .execute()

/** Without the hashes of their secrets. */
const readShares = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_shares')
    .select(['kind', 'label', 'from_day as from', 'to_day as to', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
