import type { Selectable } from 'kysely'
import type { MigrationSet, Reader } from '#core/db'
import { createActions, keepMonthDays, type ActionTables } from './actions/schema.ts'
import { createTaxonomy } from './taxonomy/schema.ts'

type JourneyTables = {
  journey_sessions: {
    id: string
    owner: string
    title: string
    date: string
    description: string
    client_name: string
    professional_name: string
    created_at: number
    updated_at: number
    deleted_at: number | null
    job_id: string | null
    /** Of the last analysis, with the revision of the transcript that it read. */
    language: string | null
    is_analysed: number
    valence: number | null
    analysed_revision: number | null
    passages: string
    /** How many the text had that was read; null of those before this was kept. */
    words: number | null
    /** Places with the wording of a crisis; null where there are none. */
    crisis: string | null
    /** What a list shows of it, derived with each change. */
    summary: string | null
    /** 1 for what was brought along to look at. */
    is_sample: number
    /** When the last analysis was stored; null of those before this was kept. */
    analysed_at: number | null
  }
  journey_contents: {
    id: string
    session_id: string
    ordinal: number
    file_id: string | null
    name: string
    format: string
    encoding: string
    warnings: string
    characters: number
    created_at: number
  }
  journey_transcripts: { session_id: string; revision: number; text: string; segments: string }
  journey_elements: {
    id: string
    session_id: string
    owner: string
    kind: string
    /** Normal form of what was found; one element per kind and key in a session. */
    key: string
    label: string
    proposed_label: string
    traits: string
    confidence: number
    status: string
    analyser: string
    /** Where its first span starts. */
    place: number
    spans: string
    created_at: number
    updated_at: number
  }
  /** The newest export of a person; without a file while its job has not ended. */
  journey_exports: {
    owner: string
    job_id: string
    file_id: string | null
    format: string
    size: number
    created_at: number
  }
  /** The newest import of a person; the file goes once it was read, and the result stays. */
  journey_imports: { owner: string; job_id: string; file_id: string | null; result: string | null; created_at: number }
  /** What a person wrote below the report of a span. */
  journey_reflections: { owner: string; from_day: string; to_day: string; text: string; updated_at: number }
  /** A secret link to some sessions; of the secret the record has a hash only. */
  journey_shares: {
    id: string
    owner: string
    kind: string
    from_day: string
    to_day: string
    session_ids: string
    label: string
    hides_names: number
    secret_hash: string
    created_at: number
    expires_at: number
    opened_at: number | null
    opens: number
  }
  journey_pattern_readings: {
    owner: string
    /** Counts the readings that began; the job of the next one has it in its key. */
    run: number
    /** 1 while something changed that no reading has begun to read. */
    is_asked: number
    /** The run whose patterns are stored. */
    read_run: number
    computed_at: number | null
    sessions: number
    kinds: string
    /** When the person was last told of something new. */
    told_at: number | null
  }
  journey_patterns: {
    owner: string
    key: string
    kind: string
    place: number
    body: string
    computed_at: number
    first_found_at: number
    /** When a reading no longer found it; null while it stands. */
    gone_at: number | null
  }
  journey_links: {
    owner: string
    type: string
    /** Ids of elements, and the sessions that they are of. */
    source: string
    target: string
    source_session: string
    target_session: string
    weight: number
  }
}
export type SessionRow = Selectable<JourneyTables['journey_sessions']>
export type ContentRow = Selectable<JourneyTables['journey_contents']>
export type ElementRow = Selectable<JourneyTables['journey_elements']>
export type ExportRow = Selectable<JourneyTables['journey_exports']>
export type ImportRow = Selectable<JourneyTables['journey_imports']>
export type ShareRow = Selectable<JourneyTables['journey_shares']>
export type LinkRow = Selectable<JourneyTables['journey_links']>

export const journeyTables = (reader: Reader) => reader.$extendTables<JourneyTables & ActionTables>()

export const journeyMigrations: MigrationSet = {
  module: 'journey',
  migrations: [
    {
      name: '0001-create-sessions',
      statements: [
        `create table journey_sessions (
          id text primary key, owner text not null, title text not null, date text not null, description text not null,
          client_name text not null, professional_name text not null, created_at bigint not null,
          updated_at bigint not null, deleted_at bigint, job_id text, language text, is_analysed bigint not null,
          valence double precision, analysed_revision bigint, passages text not null
        )`,
        'create index journey_sessions_by_date on journey_sessions (owner, date, id)',
        `create table journey_contents (
          id text primary key, session_id text not null references journey_sessions (id) on delete cascade,
          ordinal bigint not null, file_id text, name text not null, format text not null, encoding text not null,
          warnings text not null, characters bigint not null, created_at bigint not null
        )`,
        'create unique index journey_contents_in_order on journey_contents (session_id, ordinal)',
        `create table journey_transcripts (
          session_id text primary key references journey_sessions (id) on delete cascade, revision bigint not null,
          text text not null, segments text not null
        )`,
        `create table journey_elements (
          id text primary key, session_id text not null references journey_sessions (id) on delete cascade,
          owner text not null, kind text not null, key text not null, label text not null,
          proposed_label text not null, traits text not null, confidence double precision not null,
          status text not null, analyser text not null, place bigint not null, spans text not null,
          created_at bigint not null, updated_at bigint not null
        )`,
        'create unique index journey_elements_once on journey_elements (session_id, kind, key)',
        'create index journey_elements_by_place on journey_elements (session_id, place, id)',
      ],
    },
    { name: '0002-keep-summaries', statements: ['alter table journey_sessions add column summary text'] },
    { name: '0003-keep-crisis', statements: ['alter table journey_sessions add column crisis text'] },
    createActions,
    {
      name: '0005-keep-links',
      statements: [
        `create table journey_links (
          owner text not null, type text not null, source text not null, target text not null,
          source_session text not null references journey_sessions (id) on delete cascade,
          target_session text not null references journey_sessions (id) on delete cascade,
          weight double precision not null, primary key (source, target, type)
        )`,
        'create index journey_links_by_source_session on journey_links (source_session)',
        'create index journey_links_by_target_session on journey_links (target_session)',
      ],
    },
    {
      name: '0006-keep-patterns',
      statements: [
        `create table journey_pattern_readings (
          owner text primary key, run bigint not null, is_asked bigint not null, read_run bigint not null,
          computed_at bigint, sessions bigint not null, kinds text not null, told_at bigint
        )`,
        `create table journey_patterns (
          owner text not null, key text not null, kind text not null, place bigint not null, body text not null,
          computed_at bigint not null, first_found_at bigint not null, gone_at bigint, primary key (owner, key)
        )`,
      ],
    },
    {
      name: '0007-create-shares',
      statements: [
        `create table journey_exports (
          owner text primary key, job_id text not null, file_id text, format text not null, size bigint not null,
          created_at bigint not null
        )`,
        `create table journey_imports (
          owner text primary key, job_id text not null, file_id text, result text, created_at bigint not null
        )`,
        `create table journey_reflections (
          owner text not null, from_day text not null, to_day text not null, text text not null,
          updated_at bigint not null, primary key (owner, from_day, to_day)
        )`,
        `create table journey_shares (
          id text primary key, owner text not null, kind text not null, from_day text not null, to_day text not null,
          session_ids text not null, label text not null, hides_names bigint not null,
          secret_hash text not null unique, created_at bigint not null, expires_at bigint not null, opened_at bigint,
          opens bigint not null
        )`,
        'create index journey_shares_of_owner on journey_shares (owner, created_at, id)',
      ],
    },
    {
      name: '0008-mark-samples',
      statements: ['alter table journey_sessions add column is_sample bigint not null default 0'],
    },
    createTaxonomy,
    { name: '0010-count-words', statements: ['alter table journey_sessions add column words bigint'] },
    keepMonthDays,
  ],
}
