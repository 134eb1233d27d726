/** The index is made of what the spaces keep, and they export that. */
import type { PersonalRecords } from '#core/personal'
import { searchTables } from './schema.ts'
import { removeDocument } from './rows.ts'

export const searchRecords: PersonalRecords = {
  name: 'search',
  async *export() {},
  async erase(tx, owner) {
    const query = searchTables(tx).selectFrom('search_documents').select(['space', 'kind', 'id'])
    for (const key of await query.where('owner', '=', owner).execute()) await removeDocument(tx, key)
    await searchTables(tx).deleteFrom('search_states').where('owner', '=', owner).execute()
  },
}
