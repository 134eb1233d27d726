/** Who can be told something. */
import type { Reader } from '#core/db'
import { authTables } from '../schema.ts'

/** Ids of people who may sign in: the one who is meant, or all of a role. */
export async function findRecipients(reader: Reader, who: { id: string } | { role: 'administrator' }) {
  const open = authTables(reader).selectFrom('people').select('id').where('disabled_at', 'is', null)
  const meant = 'id' in who ? open.where('id', '=', who.id) : open.where('role', '=', who.role)
  const rows = await meant.orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
