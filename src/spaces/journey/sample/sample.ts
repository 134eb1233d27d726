/** The sample person: reflections that are marked as such, read by the same pipeline as anybody's. */
import type { Reader } from '#core/db'
import type { SampleContent } from '#core/sample'
import type { Core } from '../../../core/core.ts'
import { keepText } from '../contents/contents.ts'
import { journeyTables } from '../schema.ts'
import { changeSession, createSession, eraseSession } from '../sessions/sessions.ts'
import { dayOf, readReflections } from './reflections.ts'

export function samplePerson(core: Core): SampleContent {
  return {
    isLoaded: async (reader, owner) => (await listSamples(reader, owner)).length > 0,
    async load(tx, owner) {
      const reflections = readReflections()
      const calendar = { now: core.now(), weeks: reflections.length }
      for (const reflection of reflections) {
        const { title, text } = reflection
        const id = await createSession(core, tx, { owner, title, date: dayOf(reflection, calendar) })
        await journeyTables(tx).updateTable('journey_sessions').set({ is_sample: 1 }).where('id', '=', id).execute()
        await keepText(core, tx, { owner, id, text })
      }
    },
    async remove(tx, owner) {
      for (const { id } of await listSamples(tx, owner)) {
        const change = { deleted_at: core.now() }
        // What hangs on it leaves with this event, as long as the record still tells what that is.
        await changeSession(core, tx, { owner, id, change, name: 'journey.session-deleted' })
        await eraseSession(core, tx, { owner, id })
      }
    },
  }
}

const listSamples = (reader: Reader, owner: string) =>
  journeyTables(reader)
    .selectFrom('journey_sessions')
    .select('id')
    .where('owner', '=', owner)
    .where('is_sample', '=', 1)
    .orderBy('id')
    .execute()
