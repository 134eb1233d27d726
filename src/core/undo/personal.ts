/** What undo keeps of a person: what their changes replaced. */
import { z } from 'zod'
import { asJson, type PersonalRecords } from '#core/personal'
import { fromJson } from '#std/json'
import { undoTables } from './schema.ts'

export const changeRecords: PersonalRecords = {
  name: 'changes',
  async *export(reader, owner) {
    const rows = await undoTables(reader)
      .selectFrom('changes')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('at')
      .orderBy('id')
      .execute()
    const changes = rows.map(({ owner: _, before, ...row }) => ({ ...row, before: fromJson(z.unknown(), before) }))
    yield asJson('changes.json', changes)
  },
  async erase(tx, owner) {
    await undoTables(tx).deleteFrom('changes').where('owner', '=', owner).execute()
  },
}
