/**
 * What decisions teach. Calling a finding by another name of the tree says what its words mean, at once; rejecting the
 * same words for the same name in two sessions says that they do not mean it. Taking the decision back unlearns it.
 */
import type { Tx } from '#core/db'
import type { AppendedEvent, InlineConsumer } from '#core/events'
import { z } from 'zod'
import type { Core } from '../../../core/core.ts'
import { spansOf } from '../elements/stored-elements.ts'
import { journeyTables, type ElementRow } from '../schema.ts'
import { NamedKind } from './contract.ts'
import { listOwnTopics, sayWord, tellTaxonomy } from './own-words.ts'
import { taxonomyTables } from './schema.ts'
import { isKnownLabel } from './trees.ts'

const Decided = z.object({ elementId: z.string() })

/** In so many sessions the same words were rejected. */
const enough = 2
const longestTerm = 60
const mostWords = 5

export const learning = (core: Pick<Core, 'events' | 'now' | 'newId'>): InlineConsumer => ({
  name: 'journey.learning',
  async handle(tx: Tx, { name, payload }: AppendedEvent) {
    if (name !== 'journey.element-decided') return
    const row = await readElement(tx, Decided.parse(payload).elementId)
    const kind = NamedKind.safeParse(row?.kind)
    if (!row || !kind.success) return
    const unlearned = await unlearn(tx, row.id)
    const sayings = await sayingsOf(tx, row, kind.data)
    for (const saying of sayings) await sayWord(core, tx, { ...saying, owner: row.owner, elementId: row.id })
    if (unlearned || sayings.length > 0) await tellTaxonomy(core, tx, row.owner)
  },
})

const readElement = (tx: Tx, id: string): Promise<ElementRow | undefined> =>
  journeyTables(tx).selectFrom('journey_elements').selectAll().where('id', '=', id).executeTakeFirst()

async function unlearn(tx: Tx, elementId: string): Promise<boolean> {
  const query = taxonomyTables(tx).deleteFrom('journey_own_words').where('element_id', '=', elementId)
  return (await query.returning('id').execute()).length > 0
}

interface Learned {
  kind: NamedKind
  label: string
  term: string
  sense: 'means' | 'not'
}

async function sayingsOf(tx: Tx, row: ElementRow, kind: NamedKind): Promise<Learned[]> {
  const terms = termsOf(row)
  const not = (term: string): Learned => ({ kind, label: row.proposed_label, term, sense: 'not' })
  if (row.status === 'rejected') {
    const rejected = await countRejected(tx, row)
    return terms.filter((term) => (rejected.get(term) ?? 0) >= enough).map(not)
  }
  if (row.status !== 'edited' || !(await isNamed(tx, row, kind))) return []
  return terms.flatMap((term) => [{ kind, label: row.label, term, sense: 'means' }, not(term)])
}

async function isNamed(tx: Tx, { owner, label }: ElementRow, kind: NamedKind): Promise<boolean> {
  if (isKnownLabel(kind, label)) return true
  return kind === 'topic' && (await listOwnTopics(tx, owner)).some((topic) => topic.label === label)
}

/** Whole sentences teach nothing about a word. */
function termsOf(row: Pick<ElementRow, 'spans'>): string[] {
  const quotes = spansOf(row).map(({ quote }) => quote.toLowerCase().replace(/\s+/g, ' '))
  const isWord = (term: string) => term.length <= longestTerm && term.split(' ').length <= mostWords
  return [...new Set(quotes)].filter(isWord)
}

/** In how many sessions each of the words was rejected for this name. */
async function countRejected(tx: Tx, { owner, kind, proposed_label }: ElementRow): Promise<Map<string, number>> {
  const rows = await journeyTables(tx)
    .selectFrom('journey_elements')
    .select(['session_id', 'spans'])
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('proposed_label', '=', proposed_label)
    .where('status', '=', 'rejected')
    .orderBy('id')
    .execute()
  const sessions = Map.groupBy(rows, ({ session_id }) => session_id)
  const counts = new Map<string, number>()
  for (const found of sessions.values()) {
    for (const term of new Set(found.flatMap(termsOf))) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}
