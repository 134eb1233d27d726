/** How sessions are found: by title, description, own words, names, and what was found in them. */
import type { Reader } from '#core/db'
import type { AppendedEvent } from '#core/events'
import type { Page } from '#core/projections'
import type { SearchSource } from '#core/search'
import { journeyTopic } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { readTranscript } from '../contents/transcript.ts'

/** The session that an event is about. */
export const sessionOf = ({ topic, entity }: AppendedEvent) => (topic === journeyTopic ? entity : undefined)

export const sessionSearch: SearchSource = {
  space: 'journey',
  kind: 'session',
  touchedBy: sessionOf,
  async load(reader, id) {
    const session = await findLivingSession(reader, id)
    if (!session) return undefined
    const { text } = await readTranscript(reader, id)
    const about = [session.description, session.client_name, session.professional_name].filter((part) => part !== '')
    return {
      owner: session.owner,
      title: session.title,
      body: [text, ...about].join('\n'),
      tags: await readTags(reader, id),
      at: Date.parse(session.date),
    }
  },
  all: listLivingSessions,
}

export function findLivingSession(reader: Reader, id: string) {
  const query = journeyTables(reader).selectFrom('journey_sessions').selectAll().where('id', '=', id)
  return query.where('deleted_at', 'is', null).executeTakeFirst()
}

export async function listLivingSessions(reader: Reader, { after, limit }: Page) {
  const query = journeyTables(reader).selectFrom('journey_sessions').select('id').where('deleted_at', 'is', null)
  const rows = await query.where('id', '>', after).orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

async function readTags(reader: Reader, id: string) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_elements')
    .select('label')
    .distinct()
    .where('session_id', '=', id)
    .where('kind', 'in', ['emotion', 'topic'])
    .where('status', '!=', 'rejected')
    .orderBy('label')
    .execute()
  return rows.map(({ label }) => label)
}
