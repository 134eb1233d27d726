/**
 * Takes what belongs to a person beside their sessions into the record, after the sessions: one write, and what is there
 * already stays as it is. Doing it twice changes nothing.
 */
import type { Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import { taxonomyLimits } from '../taxonomy/contract.ts'
import { insertWords, listOwnTopics, listOwnWords, readTaxonomyChange, tellTaxonomy } from '../taxonomy/own-words.ts'
import { insertTopic } from '../taxonomy/taxonomy.ts'
import { isKnownLabel, topicTree } from '../taxonomy/trees.ts'
import { admitActions } from './admit-actions.ts'
import type { Belongings } from './belongings.ts'
import type { BelongingCounts } from './contract.ts'
import { renamingFor } from './ids.ts'

interface Admitting {
  owner: string
  belongings: Belongings
}

/** Answers how many were added. */
export async function admitBelongings(core: Core, tx: Tx, about: Admitting): Promise<BelongingCounts> {
  const topics = await admitTopics(tx, about)
  const words = await admitWords(tx, about)
  if (topics.length + words.length > 0) await tellAdded(core, tx, { owner: about.owner, added: [...topics, ...words] })
  return {
    topics: topics.length,
    words: words.length,
    actions: await admitActions(core, tx, { owner: about.owner, actions: about.belongings.actions }),
    reflections: await admitReflections(core, tx, about),
  }
}

/** Who had no taxonomy has the one that their sessions were read with; who had one has a newer one now. */
async function tellAdded(
  { events, now }: Core,
  tx: Tx,
  { owner, added }: { owner: string; added: readonly { createdAt: number }[] },
) {
  const hadOne = (await readTaxonomyChange(tx, owner)) !== undefined
  const at = hadOne ? now() : Math.max(...added.map(({ createdAt }) => createdAt))
  await tellTaxonomy({ events, now: () => at }, tx, owner)
}

async function admitTopics(tx: Tx, { owner, belongings: { 'own-topics': topics } }: Admitting) {
  const own = await listOwnTopics(tx, owner)
  const taken = new Set(own.map(({ label }) => label.toLowerCase()))
  const isFree = (label: string) => !taken.has(label) && !isKnownLabel('topic', label)
  const fresh = topics.filter(({ label, domain }) => topicTree.has(domain) && isFree(label.toLowerCase()))
  const rename = await renamingFor(tx, 'journey_own_topics', { owner, ids: fresh.map(({ id }) => id) })
  const added = fresh.slice(0, Math.max(0, taxonomyLimits.topics - own.length))
  for (const { id, label, domain, createdAt } of added) {
    await insertTopic(tx, { id: rename(id), owner, label, domain, created_at: createdAt })
  }
  return added
}

async function admitWords(tx: Tx, { owner, belongings: { 'own-words': words } }: Admitting) {
  const own = await listOwnWords(tx, owner)
  const known = new Set(own.map(({ kind, term, label }) => JSON.stringify([kind, term, label])))
  const topics = new Set((await listOwnTopics(tx, owner)).map(({ label }) => label))
  const fresh = words.filter(({ kind, label, term }) => {
    const isNamed = label === null || isKnownLabel(kind, label) || (kind === 'topic' && topics.has(label))
    return isNamed && !known.has(JSON.stringify([kind, term, label ?? '']))
  })
  const ids = fresh.map(({ id }) => id)
  const rename = await renamingFor(tx, 'journey_own_words', { owner, ids })
  const elements = fresh.flatMap(({ elementId }) => elementId ?? [])
  const renameElement = await renamingFor(tx, 'journey_elements', { owner, ids: elements })
  const added = fresh.slice(0, Math.max(0, taxonomyLimits.words - own.length))
  const rows = added.map(({ id, label, elementId, createdAt, ...word }) => ({
    ...word,
    id: rename(id),
    owner,
    label: label ?? '',
    element_id: elementId === null ? null : renameElement(elementId),
    created_at: createdAt,
  }))
  await insertWords(tx, rows)
  return added
}

async function admitReflections({ events }: Core, tx: Tx, { owner, belongings: { reflections } }: Admitting) {
  let added = 0
  for (const { from, to, text, updatedAt } of reflections) {
    const row = await journeyTables(tx)
      .insertInto('journey_reflections')
      .values({ owner, from_day: from, to_day: to, text, updated_at: updatedAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('from_day')
      .executeTakeFirst()
    if (!row) continue
    added += 1
    const about = { topic: 'journey-reports', entity: `${from} ${to}`, owner, actor: owner }
    await events.append(tx, { ...about, name: 'journey.reflection-written' })
  }
  return added
}
