import type { MigrationSet, Reader } from '#core/db'

/** How far an unfinished run is, so that it goes on there. */
type ProjectionsTables = { projection_runs: { run: string; key: string; at: number } }

export const projectionTables = (reader: Reader) => reader.$extendTables<ProjectionsTables>()

export const projectionsMigrations: MigrationSet = {
  module: 'projections',
  migrations: [
    {
      name: '0001-create-runs',
      statements: ['create table projection_runs (run text primary key, key text not null, at bigint not null)'],
    },
  ],
}
