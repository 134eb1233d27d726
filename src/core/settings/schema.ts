import type { MigrationSet, Reader } from '#core/db'

/** `owner` is a person's id, or `installation`. */
type SettingsTables = { settings: { owner: string; name: string; value: string; at: number } }

export const settingsTables = (reader: Reader) => reader.$extendTables<SettingsTables>()

export const settingsMigrations: MigrationSet = {
  module: 'settings',
  migrations: [
    {
      name: '0001-create-settings',
      statements: [
        `create table settings (
          owner text not null, name text not null, value text not null, at bigint not null, primary key (owner, name)
        )`,
      ],
    },
  ],
}
