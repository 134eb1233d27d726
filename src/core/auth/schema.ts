import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'

type AuthTables = {
  people: {
    id: string
    email: string
    name: string
    /** Name and address in lower case, to search in. */
    folded: string
    role: string
    password: string
    created_at: number
    disabled_at: number | null
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
    device: string | null
  }
  first_links: { id: number; token: string; created_at: number }
  /** `address` is a keyed hash: addresses without an account are counted too, and nobody can read which. */
  sign_in_tries: { address: string; tries: number; tried_at: number; next_at: number }
  /** One row a person, so that only the newest link works. */
  reset_links: { person: string; token: string; created_at: number; expires_at: number }
  invitations: {
    id: string
    token: string
    email: string | null
    role: string
    created_at: number
    expires_at: number
  }
  account_keys: {
    id: string
    person: string
    name: string
    secret: string
    scopes: string
    created_at: number
    last_used_at: number | null
    expires_at: number | null
  }
  /** The newest export of a person; `file` is empty until its job has ended. */
  account_exports: { person: string; job: string; file: string | null; size: number; created_at: number }
}
export type PersonRow = Selectable<AuthTables['people']>
export type SignInRow = Selectable<AuthTables['sign_ins']>
export type InvitationRow = Selectable<AuthTables['invitations']>
export type ExportRow = Selectable<AuthTables['account_exports']>
export type KeyRow = Selectable<AuthTables['account_keys']>

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
    {
      name: '0002-add-security',
      statements: [
        'alter table people add column disabled_at bigint',
        `alter table people add column folded text not null default ''`,
        `update people set folded = lower(name || ' ' || email)`,
        'alter table sign_ins add column device text',
        `create table sign_in_tries (
          address text primary key, tries bigint not null, tried_at bigint not null, next_at bigint not null
        )`,
        'create index sign_in_tries_by_time on sign_in_tries (tried_at)',
        `create table reset_links (
          person text primary key references people (id) on delete cascade, token text not null unique,
          created_at bigint not null, expires_at bigint not null
        )`,
        `create table invitations (
          id text primary key, token text not null unique, email text, role text not null,
          created_at bigint not null, expires_at bigint not null
        )`,
        `create table account_keys (
          id text primary key, person text not null references people (id) on delete cascade, name text not null,
          secret text not null, scopes text not null, created_at bigint not null, last_used_at bigint,
          expires_at bigint
        )`,
        'create index account_keys_of_person on account_keys (person, created_at, id)',
        `create table account_exports (
          person text primary key references people (id) on delete cascade, job text not null, file text,
          size bigint not null, created_at bigint not null
        )`,
      ],
    },
  ],
}
