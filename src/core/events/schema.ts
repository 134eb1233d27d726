import type { Generated, Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

type EventsTables = {
  /** On PostgreSQL, `position` stays empty until the sequencer gives it; readers ask for `position > …` only. */
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
  /** One row. `life` tells a restored record from the one it was copied from. */
  event_epochs: { id: number; epoch: string; life: string | null }
  event_consumers: { name: string; position: number; failures: number; retry_at: number; error: string | null }
}
export type EventRow = Selectable<EventsTables['events']>

export const eventTables = (reader: Reader) => reader.$extendTables<EventsTables>()

const columns = `at bigint not null, actor text not null, owner text not null,
          topic text not null, entity text not null, type text not null, payload text not null`

export const eventsMigrations: MigrationSet = {
  module: 'events',
  migrations: [
    {
      name: '0001-create-log',
      statements: [
        {
          sqlite: `create table events (
          position bigint primary key, ${columns}
        )`,
          postgres: `create table events (
          seq bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id(),
          position bigint unique, ${columns}
        )`,
        },
        { postgres: 'create index events_to_place on events (xid, seq) where position is null' },
        'create index events_by_topic on events (owner, topic, position)',
        'create table event_epochs (id bigint primary key, epoch text not null)',
        `create table event_consumers (
          name text primary key, position bigint not null, failures bigint not null,
          retry_at bigint not null, error text
        )`,
      ],
    },
    { name: '0002-know-its-life', statements: ['alter table event_epochs add column life text'] },
  ],
}
