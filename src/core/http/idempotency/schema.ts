import type { MigrationSet, Reader } from '#core/db'

type HttpTables = {
  /** One row a request that changed something. `reply` is null until it is known, and when it is too long to keep. */
  http_idempotency: { id: string; fingerprint: string; reply: string | null; created_at: number }
}

export const httpTables = (reader: Reader) => reader.$extendTables<HttpTables>()

export const httpMigrations: MigrationSet = {
  module: 'http',
  migrations: [
    {
      name: '0001-create-idempotency',
      statements: [
        `create table http_idempotency (
          id text primary key, fingerprint text not null, reply text, created_at bigint not null
        )`,
        'create index http_idempotency_by_time on http_idempotency (created_at)',
      ],
    },
  ],
}
