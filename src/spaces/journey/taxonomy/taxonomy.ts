/** The taxonomy of a person: the trees, their own topics and words, and which sessions were read without them. */
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import {
  labelTaken,
  labelUnknown,
  NamedKind,
  OwnTopicId,
  OwnWordId,
  Sense,
  taxonomyFull,
  taxonomyLimits,
  topicNotFound,
  wordNotFound,
  type NewTopic,
  type NewWord,
  type OwnWord,
  type Taxonomy,
} from './contract.ts'
import { listOwnTopics, listOwnWords, readTaxonomyChange, sayWord, tellTaxonomy } from './own-words.ts'
import { taxonomyTables, type OwnTopicRow, type OwnWordRow } from './schema.ts'
import { emotionTree, isKnownLabel, topicTree } from './trees.ts'

export async function readTaxonomy(reader: Reader, owner: string): Promise<Taxonomy> {
  const own = await listOwnTopics(reader, owner)
  const words = await listOwnWords(reader, owner)
  return {
    topics: [...topicTree].map(([domain, labels]) => ({
      domain,
      leaves: [
        ...labels.map((label) => ({ label, topicId: null })),
        ...own.flatMap((topic) =>
          topic.domain === domain ? [{ label: topic.label, topicId: OwnTopicId.parse(topic.id) }] : [],
        ),
      ],
    })),
    emotions: emotionTree,
    words: words.map(toWord),
    sessionsToRead: (await listStale(reader, owner)).length,
  }
}

const toWord = (row: OwnWordRow): OwnWord => ({
  id: OwnWordId.parse(row.id),
  kind: NamedKind.parse(row.kind),
  label: row.label === '' ? null : row.label,
  term: row.term,
  sense: Sense.parse(row.sense),
  origin: row.element_id === null ? 'person' : 'decision',
  createdAt: row.created_at,
})

/** Of one call; the next one goes on. */
const mostReadAgain = 1000

/** Sessions that an analyser read before the taxonomy changed last, newest first. */
export async function listStale(reader: Reader, owner: string): Promise<string[]> {
  const changedAt = await readTaxonomyChange(reader, owner)
  if (changedAt === undefined) return []
  const rows = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .select('id')
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .where('is_analysed', '=', 1)
    .where((row) => row.or([row('analysed_at', 'is', null), row('analysed_at', '<', changedAt)]))
    .orderBy('date', 'desc')
    .orderBy('id')
    .limit(mostReadAgain)
    .execute()
  return rows.map(({ id }) => id)
}

interface Of {
  owner: string
}

export async function addTopic(core: Core, tx: Tx, { owner, label, domain, terms }: NewTopic & Of) {
  const own = await listOwnTopics(tx, owner)
  if (own.length >= taxonomyLimits.topics) {
    throw new Problem(taxonomyFull, `There are ${taxonomyLimits.topics} topics of yours already. Remove one first.`)
  }
  refuseTaken(own, label)
  refuseUnknownDomain(domain)
  await insertTopic(tx, { id: core.newId(), owner, label, domain, created_at: core.now() })
  for (const term of terms) {
    await sayWord(core, tx, { owner, kind: 'topic', label, term, sense: 'means', elementId: null })
  }
  await tellTaxonomy(core, tx, owner)
}

export const insertTopic = (tx: Tx, row: OwnTopicRow) =>
  taxonomyTables(tx)
    .insertInto('journey_own_topics')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

interface TopicChange extends Of {
  id: string
  label?: string | undefined
  domain?: string | undefined
}

/** Words of the topic go along when it is renamed. */
export async function changeTopic(core: Core, tx: Tx, { owner, id, ...change }: TopicChange) {
  const before = await findTopic(tx, { owner, id })
  const { label = before.label, domain = before.domain } = change
  const others = (await listOwnTopics(tx, owner)).filter((topic) => topic.id !== id)
  if (label !== before.label) refuseTaken(others, label)
  refuseUnknownDomain(domain)
  await taxonomyTables(tx).updateTable('journey_own_topics').set({ label, domain }).where('id', '=', id).execute()
  const words = taxonomyTables(tx).updateTable('journey_own_words').set({ label })
  await words.where('owner', '=', owner).where('kind', '=', 'topic').where('label', '=', before.label).execute()
  await tellTaxonomy(core, tx, owner)
}

/** Answers what was taken away. */
export async function removeTopic(core: Core, tx: Tx, { owner, id }: Of & { id: string }) {
  const topic = await findTopic(tx, { owner, id })
  const words = (await listOwnWords(tx, owner)).filter(({ kind, label }) => kind === 'topic' && label === topic.label)
  await taxonomyTables(tx).deleteFrom('journey_own_topics').where('id', '=', id).execute()
  await deleteWords(tx, words)
  await tellTaxonomy(core, tx, owner)
  return { topic, words }
}

export async function addWord(core: Core, tx: Tx, { owner, ...word }: NewWord & Of) {
  const own = await listOwnTopics(tx, owner)
  const isOwn = word.kind === 'topic' && own.some(({ label }) => label === word.label)
  if (word.label !== null && !isOwn && !isKnownLabel(word.kind, word.label)) {
    throw new Problem(labelUnknown, `“${word.label}” is not in the tree. Choose a name that is.`)
  }
  await sayWord(core, tx, { ...word, owner, elementId: null })
  await tellTaxonomy(core, tx, owner)
}

/** Answers what was taken away. */
export async function removeWord(core: Core, tx: Tx, { owner, id }: Of & { id: string }) {
  const query = taxonomyTables(tx).selectFrom('journey_own_words').selectAll().where('id', '=', id)
  const word = await query.where('owner', '=', owner).executeTakeFirst()
  if (!word) throw new Problem(wordNotFound, 'There is no such word, or it was removed.')
  await deleteWords(tx, [word])
  await tellTaxonomy(core, tx, owner)
  return word
}

async function deleteWords(tx: Tx, words: readonly OwnWordRow[]) {
  for (const { id } of words) await taxonomyTables(tx).deleteFrom('journey_own_words').where('id', '=', id).execute()
}

async function findTopic(reader: Reader, { owner, id }: Of & { id: string }): Promise<OwnTopicRow> {
  const query = taxonomyTables(reader).selectFrom('journey_own_topics').selectAll().where('id', '=', id)
  const row = await query.where('owner', '=', owner).executeTakeFirst()
  if (!row) throw new Problem(topicNotFound, 'There is no such topic of yours, or it was removed.')
  return row
}

function refuseTaken(own: readonly OwnTopicRow[], label: string) {
  const name = label.toLowerCase()
  if (isKnownLabel('topic', name) || own.some((topic) => topic.label.toLowerCase() === name)) {
    throw new Problem(labelTaken, `There is a topic called “${label}” already. Add your words to it.`)
  }
}

function refuseUnknownDomain(domain: string) {
  if (!topicTree.has(domain)) throw new Problem(labelUnknown, `“${domain}” is no area of life in the tree.`)
}
