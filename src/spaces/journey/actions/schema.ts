/** The tables of actions. What they tell of a session is read through its elements, so that it comes and goes with them. */
import type { Selectable } from 'kysely'
import type { Migration } from '#core/db'

export type ActionTables = {
  journey_actions: {
    id: string
    owner: string
    /** What is meant, whatever the words: the same intention has the same key. */
    key: string
    title: string
    detail: string
    due_day: string | null
    due_time: string | null
    due_words: string | null
    recurrence: string | null
    /** The day of the month that a monthly one is meant for, which a shorter month has not. */
    month_day: number | null
    priority: string
    status: string
    grade: string | null
    polarity: string
    topic: string | null
    /** The columns that a person set, as JSON: no analysis changes them any more. */
    touched: string
    /** Who began it: `person` or `session`. */
    origin: string
    /** 0 while nothing stands behind it: its sessions are deleted or its elements rejected, and nobody touched it. */
    is_shown: number
    /** In how many sessions it was said, and in which first. */
    said: number
    session_id: string | null
    /** What lists are sorted and searched by, derived with each change. */
    due_sort: string
    urgency: string
    search_text: string
    created_at: number
    updated_at: number
    done_at: number | null
    deleted_at: number | null
    due_set_at: number | null
    /** The due moment that the person was last reminded of. */
    reminded_of: string | null
  }
  /** One element that says an action. */
  journey_action_sayings: {
    element_id: string
    action_id: string
    session_id: string
    owner: string
    topic: string | null
  }
  /** The last one says where an action is. */
  journey_action_moves: {
    id: string
    action_id: string
    owner: string
    from_status: string
    to_status: string
    made_by: string
    session_id: string | null
    span: string | null
    confidence: number | null
    follow_up_id: string | null
    change_id: string | null
    at: number
  }
  /** What a session says of something that was meant to be done before. */
  journey_follow_ups: {
    id: string
    owner: string
    session_id: string
    /** Verdict and quote: the same words in the same session are the same follow-up. */
    key: string
    verdict: string
    what: string
    score: number
    span: string
    /** `moved`, `asked`, `unmatched`, or what a person said to it: `answered`, `taken-back`. */
    state: string
    created_at: number
    updated_at: number
  }
  journey_follow_up_candidates: { follow_up_id: string; action_id: string; ordinal: number }
  /** When to look next whether a person is to be reminded of something. */
  journey_reminder_times: { owner: string; next_at: number; summarised_on: string | null }
}
export type ActionRow = Selectable<ActionTables['journey_actions']>
export type MoveRow = Selectable<ActionTables['journey_action_moves']>
export type FollowUpRow = Selectable<ActionTables['journey_follow_ups']>

export const createActions: Migration = {
  name: '0004-create-actions',
  statements: [
    `create table journey_actions (
      id text primary key, owner text not null, key text not null, title text not null, detail text not null,
      due_day text, due_time text, due_words text, recurrence text, priority text not null, status text not null,
      grade text, polarity text not null, topic text, touched text not null, origin text not null,
      is_shown bigint not null, said bigint not null, session_id text, due_sort text not null, urgency text not null,
      search_text text not null, created_at bigint not null, updated_at bigint not null, done_at bigint,
      deleted_at bigint, due_set_at bigint, reminded_of text
    )`,
    'create index journey_actions_by_due on journey_actions (owner, due_sort, id)',
    'create index journey_actions_by_urgency on journey_actions (owner, urgency, id)',
    'create index journey_actions_by_making on journey_actions (owner, created_at, id)',
    'create index journey_actions_by_key on journey_actions (owner, key)',
    `create table journey_action_sayings (
      element_id text primary key, action_id text not null, session_id text not null, owner text not null, topic text
    )`,
    'create index journey_action_sayings_of_action on journey_action_sayings (action_id)',
    'create index journey_action_sayings_in_session on journey_action_sayings (session_id)',
    'create index journey_action_sayings_of_owner on journey_action_sayings (owner)',
    `create table journey_action_moves (
      id text primary key, action_id text not null references journey_actions (id) on delete cascade,
      owner text not null, from_status text not null, to_status text not null, made_by text not null,
      session_id text, span text, confidence double precision, follow_up_id text, change_id text, at bigint not null
    )`,
    'create index journey_action_moves_of_action on journey_action_moves (action_id, at, id)',
    'create index journey_action_moves_in_session on journey_action_moves (session_id)',
    `create table journey_follow_ups (
      id text primary key, owner text not null, session_id text not null, key text not null, verdict text not null,
      what text not null, score double precision not null, span text not null, state text not null,
      created_at bigint not null, updated_at bigint not null
    )`,
    'create unique index journey_follow_ups_once on journey_follow_ups (session_id, key)',
    'create index journey_follow_ups_by_state on journey_follow_ups (owner, state, created_at, id)',
    `create table journey_follow_up_candidates (
      follow_up_id text not null references journey_follow_ups (id) on delete cascade,
      action_id text not null references journey_actions (id) on delete cascade,
      ordinal bigint not null, primary key (follow_up_id, action_id)
    )`,
    'create index journey_follow_up_candidates_of_action on journey_follow_up_candidates (action_id)',
    'create table journey_reminder_times (owner text primary key, next_at bigint not null, summarised_on text)',
    'create index journey_reminder_times_by_time on journey_reminder_times (next_at, owner)',
  ],
}

export const keepMonthDays: Migration = {
  name: '0011-keep-month-days',
  statements: ['alter table journey_actions add column month_day bigint'],
}
