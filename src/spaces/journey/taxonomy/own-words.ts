/** Own topics and words as rows: reading them, adding, taking away. Every change tells the log. */
import { Problem } from '#contract/problem'
import type { Reader, Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { taxonomyFull, taxonomyLimits, taxonomyTopic, type NewWord } from './contract.ts'
import { taxonomyTables, type OwnTopicRow, type OwnWordRow } from './schema.ts'

export const listOwnTopics = (reader: Reader, owner: string): Promise<OwnTopicRow[]> =>
  taxonomyTables(reader)
    .selectFrom('journey_own_topics')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('label')
    .execute()

export const listOwnWords = (reader: Reader, owner: string): Promise<OwnWordRow[]> =>
  taxonomyTables(reader)
    .selectFrom('journey_own_words')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('kind')
    .orderBy('label')
    .orderBy('term')
    .orderBy('id')
    .execute()

export interface Saying extends NewWord {
  owner: string
  /** Of the decision that says so; null when the person says it here. */
  elementId: string | null
}

/** Says what a word stands for. What was said of the same word and label before gives way. */
export async function sayWord(core: Pick<Core, 'now' | 'newId'>, tx: Tx, { owner, elementId, ...word }: Saying) {
  const { length } = await listOwnWords(tx, owner)
  if (length >= taxonomyLimits.words) {
    throw new Problem(taxonomyFull, `There are ${taxonomyLimits.words} words of yours already. Remove some first.`)
  }
  const said = { sense: word.sense, element_id: elementId, created_at: core.now() }
  await taxonomyTables(tx)
    .insertInto('journey_own_words')
    .values({
      ...said,
      id: core.newId(),
      owner,
      kind: word.kind,
      label: word.label ?? '',
      term: word.term.toLowerCase().replace(/\s+/g, ' '),
    })
    .onConflict((conflict) => conflict.columns(['owner', 'kind', 'term', 'label']).doUpdateSet(said))
    .execute()
}

export async function insertWords(tx: Tx, rows: readonly OwnWordRow[]) {
  if (rows.length === 0) return
  await taxonomyTables(tx)
    .insertInto('journey_own_words')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Remembers that sessions read before now were read without this. No two changes of a person have the same time. */
export async function tellTaxonomy({ events, now }: Pick<Core, 'events' | 'now'>, tx: Tx, owner: string) {
  const last = await readTaxonomyChange(tx, owner)
  const changed = { changed_at: Math.max(now(), (last ?? 0) + 1) }
  await taxonomyTables(tx)
    .insertInto('journey_taxonomies')
    .values({ owner, ...changed })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(changed))
    .execute()
  const about = { topic: taxonomyTopic, entity: owner, owner, actor: owner }
  await events.append(tx, { name: 'journey.taxonomy-changed', ...about, payload: {} })
}

/** When something of it changed last; undefined where nothing ever did. */
export async function readTaxonomyChange(reader: Reader, owner: string): Promise<number | undefined> {
  const taxonomy = taxonomyTables(reader).selectFrom('journey_taxonomies').select('changed_at')
  return (await taxonomy.where('owner', '=', owner).executeTakeFirst())?.changed_at
}

export async function eraseTaxonomy(tx: Tx, owner: string) {
  const tables = taxonomyTables(tx)
  await tables.deleteFrom('journey_own_topics').where('owner', '=', owner).execute()
  await tables.deleteFrom('journey_own_words').where('owner', '=', owner).execute()
  await tables.deleteFrom('journey_taxonomies').where('owner', '=', owner).execute()
}
