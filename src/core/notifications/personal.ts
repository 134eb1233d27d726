/** What a person was told. */
import { asJson, type PersonalRecords } from '#core/personal'
import { notificationTables } from './schema.ts'

export const notificationRecords: PersonalRecords = {
  name: 'notifications',
  async *export(reader, owner) {
    const rows = await notificationTables(reader)
      .selectFrom('notifications')
      .select(['kind', 'title', 'body', 'link', 'level', 'at', 'read_at'])
      .where('owner', '=', owner)
      .orderBy('at')
      .orderBy('id')
      .execute()
    yield asJson('notifications.json', rows)
  },
  async erase(tx, owner) {
    await notificationTables(tx).deleteFrom('notifications').where('owner', '=', owner).execute()
  },
}
