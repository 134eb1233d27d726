import type { MigrationSet, Reader } from '#core/db'

/** `attempt` counts claims and fences off an earlier holder; `failures` counts errors, `losses` killed processes. */
export type JobsTables = {
  jobs: {
    id: string
    kind: string
    key: string | null
    owner: string
    subject: string | null
    label: string | null
    priority: number
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
}

export const jobTables = (reader: Reader) => reader.$extendTables<JobsTables>()

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
  ],
}
