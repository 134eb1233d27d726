import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

type FilesTables = {
  files: { id: string; owner: string; name: string; type: string; size: number; hash: string; created_at: number }
}
export type FileRow = Selectable<FilesTables['files']>

export const fileTables = (reader: Reader) => reader.$extendTables<FilesTables>()

export const filesMigrations: MigrationSet = {
  module: 'files',
  migrations: [
    {
      name: '0001-create-files',
      statements: [
        `create table files (
          id text primary key, owner text not null, name text not null, type text not null, size bigint not null,
          hash text not null, created_at bigint not null
        )`,
        'create index files_by_hash on files (owner, hash)',
      ],
    },
    {
      name: '0002-index-files-by-age',
      statements: ['create index files_by_age on files (owner, created_at, id)'],
    },
  ],
}
