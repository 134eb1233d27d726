import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

type UndoTables = {
  changes: {
    id: string
    kind: string
    owner: string
    subject: string
    label: string
    before: string
    at: number
    expires_at: number
    undone_at: number | null
  }
}
export type ChangeRow = Selectable<UndoTables['changes']>

export const undoTables = (reader: Reader) => reader.$extendTables<UndoTables>()

export const undoMigrations: MigrationSet = {
  module: 'undo',
  migrations: [
    {
      name: '0001-create-changes',
      statements: [
        `create table changes (
          id text primary key, kind text not null, owner text not null, subject text not null, label text not null,
          before text not null, at bigint not null, expires_at bigint not null, undone_at bigint
        )`,
        'create index changes_of_owner on changes (owner, at, id)',
        'create index changes_by_expiry on changes (expires_at)',
      ],
    },
  ],
}
