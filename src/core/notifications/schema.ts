import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

/** `position` is that of the event behind it: what happened once is told once to each. */
type NotificationsTables = {
  notifications: {
    id: string
    owner: string
    position: number
    kind: string
    title: string
    body: string | null
    link: string | null
    level: string
    at: number
    read_at: number | null
  }
}
export type NotificationRow = Selectable<NotificationsTables['notifications']>

export const notificationTables = (reader: Reader) => reader.$extendTables<NotificationsTables>()

export const notificationsMigrations: MigrationSet = {
  module: 'notifications',
  migrations: [
    {
      name: '0001-create-notifications',
      statements: [
        `create table notifications (
          id text primary key, owner text not null, position bigint not null, kind text not null, title text not null,
          body text, link text, level text not null, at bigint not null, read_at bigint, unique (owner, position)
        )`,
        'create index notifications_of_owner on notifications (owner, at, id)',
        'create index notifications_unread on notifications (owner) where read_at is null',
        'create index notifications_by_age on notifications (at)',
      ],
    },
  ],
}
