import { sql } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'
import type { JobState } from './contract.ts'

/** `attempt` counts claims and fences off an earlier holder; `failures` counts errors, `losses` killed processes. */
export type JobsTables = {
  jobs: {
    id: string
    kind: string
    key: string | null
    owner: string
    subject: string | null
    label: string | null
    parent: string | null
    priority: number
    turn: number
    run_at: number
    state: string
    attempt: number
    failures: number
    losses: number
    lease_until: number
    holder: string | null
    cancel_requested: number
    payload: string
    progress: string | null
    error: string | null
    created_at: number
    updated_at: number
  }
  job_steps: { job_id: string; name: string; output: string; at: number }
  /** A kind stands here while it is paused. */
  job_pauses: { kind: string; at: number; actor: string }
  /** The latest turn that began, of each priority and lane. */
  job_turns: { line: string; served: number }
}

export const jobTables = (reader: Reader) => reader.$extendTables<JobsTables>()

/** A state as text of the statement: the indexes over one state are used for no other kind of value. */
export const literal = (state: JobState) => sql.lit<string>(state)

export const jobsMigrations: MigrationSet = {
  module: 'jobs',
  migrations: [
    {
      name: '0001-create-jobs',
      statements: [
        `create table jobs (
          id text primary key, kind text not null, key text unique, owner text not null, subject text,
          priority bigint not null, run_at bigint not null, state text not null, attempt bigint not null,
          failures bigint not null, lease_until bigint not null, holder text, cancel_requested bigint not null,
          payload text not null, progress text, error text, created_at bigint not null, updated_at bigint not null
        )`,
        'create index jobs_due on jobs (state, run_at, priority)',
        'create index jobs_of_owner on jobs (owner, created_at, id)',
        `create table job_steps (
          job_id text not null references jobs (id) on delete cascade, name text not null, output text not null,
          at bigint not null, primary key (job_id, name)
        )`,
      ],
    },
    {
      name: '0002-count-losses',
      statements: ['alter table jobs add column losses bigint not null default 0'],
    },
    { name: '0003-add-label', statements: ['alter table jobs add column label text'] },
    {
      name: '0004-take-turns',
      statements: [
        'alter table jobs add column parent text',
        'alter table jobs add column turn bigint not null default 0',
        'drop index jobs_due',
        `create index jobs_due on jobs (run_at, kind) where state = 'queued'`,
        `create index jobs_in_turn on jobs (priority desc, turn, id, run_at, kind) where state = 'queued'`,
        `create index jobs_held on jobs (lease_until, kind) where state = 'running'`,
        `create index jobs_waiting on jobs (kind) where state = 'waiting'`,
        `create index jobs_dead on jobs (updated_at, id, kind) where state = 'failed'`,
        `create index jobs_over on jobs (updated_at) where state in ('done', 'cancelled')`,
        'create index jobs_of_parent on jobs (parent, state) where parent is not null',
        'create table job_pauses (kind text primary key, at bigint not null, actor text not null)',
      ],
    },
    {
      name: '0005-tell-turns',
      statements: ['create table job_turns (line text primary key, served bigint not null)'],
    },
  ],
}
