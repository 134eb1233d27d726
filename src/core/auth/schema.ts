import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

type AuthTables = {
  people: {
    id: string
    email: string
    name: string
    role: string
    password: string
    created_at: number
  }
  /** One row a sign-in. `token` and `previous` are hashes of refresh tokens. */
  sign_ins: {
    id: string
    person: string
    created_at: number
    rotated_at: number
    ended_at: number | null
    token: string
    previous: string | null
  }
  first_links: { id: number; token: string; created_at: number }
}
export type PersonRow = Selectable<AuthTables['people']>
export type SignInRow = Selectable<AuthTables['sign_ins']>

export const authTables = (reader: Reader) => reader.$extendTables<AuthTables>()

export const authMigrations: MigrationSet = {
  module: 'auth',
  migrations: [
    {
      name: '0001-create-people',
      statements: [
        `create table people (
          id text primary key, email text not null unique, name text not null, role text not null,
          password text not null, created_at bigint not null
        )`,
        `create table sign_ins (
          id text primary key, person text not null references people (id) on delete cascade,
          created_at bigint not null, rotated_at bigint not null, ended_at bigint,
          token text not null, previous text
        )`,
        'create index sign_ins_of_person on sign_ins (person)',
        'create table first_links (id bigint primary key, token text not null, created_at bigint not null)',
      ],
    },
  ],
}
