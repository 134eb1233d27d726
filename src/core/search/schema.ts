import type { Generated } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

export type SearchTables = {
  search_documents: {
    number: Generated<number>
    space: string
    kind: string
    id: string
    owner: string
    tags: string
    at: number
  }
  /** `scope` holds who may see the document, as words of the index itself. */
  search_index: { rowid: number; scope: string; title: string; body: string; tags: string }
}

export const searchTables = (reader: Reader) => reader.$extendTables<SearchTables>()

export const searchMigrations: MigrationSet = {
  module: 'search',
  migrations: [
    {
      name: '0001-create-index',
      statements: [
        `create table search_documents (
          number bigint primary key, space text not null, kind text not null, id text not null, owner text not null,
          tags text not null, at bigint not null
        )`,
        'create unique index search_documents_of on search_documents (space, kind, id)',
        `create virtual table search_index using fts5(
          scope, title, body, tags, tokenize = 'porter unicode61 remove_diacritics 2'
        )`,
      ],
    },
  ],
}
