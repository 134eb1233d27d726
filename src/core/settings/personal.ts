/** What a person has set. */
import { asJson, type PersonalRecords } from '#core/personal'
import { fromJson } from '#std/json'
import { SettingValue } from './contract.ts'
import { settingsTables } from './schema.ts'

export const settingRecords: PersonalRecords = {
  name: 'settings',
  async *export(reader, owner) {
    const rows = await settingsTables(reader)
      .selectFrom('settings')
      .selectAll()
      .where('owner', '=', owner)
      .orderBy('name')
      .execute()
    yield asJson(
      'settings.json',
      Object.fromEntries(rows.map(({ name, value }) => [name, fromJson(SettingValue, value)])),
    )
  },
  async erase(tx, owner) {
    await settingsTables(tx).deleteFrom('settings').where('owner', '=', owner).execute()
  },
}
