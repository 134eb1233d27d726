import type { Generated } from 'kysely'
import type { MigrationSet } from '#core/db'

export type EventsTables = {
  events: {
    position: Generated<number>
    at: number
    actor: string
    owner: string
    topic: string
    entity: string
    type: string
    payload: string
  }
  event_epochs: { id: number; epoch: string }
  event_consumers: { name: string; position: number; failures: number; retry_at: number; error: string | null }
}

export const eventsMigrations: MigrationSet = {
  module: 'events',
  migrations: [
    {
      name: '0001-create-log',
      statements: [
        `create table events (
          position bigint primary key, at bigint not null, actor text not null, owner text not null,
          topic text not null, entity text not null, type text not null, payload text not null
        )`,
        'create index events_by_topic on events (owner, topic, position)',
        'create table event_epochs (id bigint primary key, epoch text not null)',
        `create table event_consumers (
          name text primary key, position bigint not null, failures bigint not null,
          retry_at bigint not null, error text
        )`,
      ],
    },
  ],
}
