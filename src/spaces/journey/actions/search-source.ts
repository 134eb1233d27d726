/** How actions are found: by title, detail and topic. */
import type { SearchSource } from '#core/search'
import { journeyTables } from '../schema.ts'
import { actionsTopic } from './contract.ts'

export const actionSearch: SearchSource = {
  space: 'journey',
  kind: 'action',
  touchedBy: ({ topic, entity, owner }) => (topic === actionsTopic && entity !== owner ? entity : undefined),
  async load(reader, id) {
    const row = await journeyTables(reader)
      .selectFrom('journey_actions')
      .select(['owner', 'title', 'detail', 'topic', 'created_at'])
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .where('is_shown', '=', 1)
      .executeTakeFirst()
    if (!row) return undefined
    const { owner, title, detail, topic, created_at: at } = row
    return { owner, title, body: detail, tags: topic === null ? [] : [topic], at }
  },
  async all(reader, { after, limit }) {
    const rows = await journeyTables(reader)
      .selectFrom('journey_actions')
      .select('id')
      .where('deleted_at', 'is', null)
      .where('is_shown', '=', 1)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
