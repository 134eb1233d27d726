import type { Migration, Reader } from '#core/db'

type TaxonomyTables = {
  journey_own_topics: { id: string; owner: string; label: string; domain: string; created_at: number }
  journey_own_words: {
    id: string
    owner: string
    kind: string
    /** Empty where the word stands for nothing of its kind. */
    label: string
    /** In lower case. */
    term: string
    sense: string
    /** The element whose decision said so; null when the person did. */
    element_id: string | null
    created_at: number
  }
  /** When something of it changed last. */
  journey_taxonomies: { owner: string; changed_at: number }
}
export type OwnTopicRow = TaxonomyTables['journey_own_topics']
export type OwnWordRow = TaxonomyTables['journey_own_words']

export const taxonomyTables = (reader: Reader) => reader.$extendTables<TaxonomyTables>()

export const createTaxonomy: Migration = {
  name: '0009-create-taxonomy',
  statements: [
    `create table journey_own_topics (
      id text primary key, owner text not null, label text not null, domain text not null, created_at bigint not null
    )`,
    'create unique index journey_own_topics_once on journey_own_topics (owner, label)',
    `create table journey_own_words (
      id text primary key, owner text not null, kind text not null, label text not null, term text not null,
      sense text not null, element_id text, created_at bigint not null
    )`,
    'create unique index journey_own_words_once on journey_own_words (owner, kind, term, label)',
    'create index journey_own_words_by_element on journey_own_words (element_id)',
    'create table journey_taxonomies (owner text primary key, changed_at bigint not null)',
    'alter table journey_sessions add column analysed_at bigint',
  ],
}
