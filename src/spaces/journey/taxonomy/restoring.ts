/** Puts back topics and words that were removed. */
import { z } from 'zod'
import type { ChangeKind } from '#core/undo'
import type { Core } from '../../../core/core.ts'
import { insertWords, tellTaxonomy } from './own-words.ts'
import { insertTopic } from './taxonomy.ts'

const Topic = z.object({
  id: z.string(),
  owner: z.string(),
  label: z.string(),
  domain: z.string(),
  created_at: z.number(),
})
const Word = z.object({
  id: z.string(),
  owner: z.string(),
  kind: z.string(),
  label: z.string(),
  term: z.string(),
  sense: z.string(),
  element_id: z.string().nullable(),
  created_at: z.number(),
})
const RemovedTopic = z.object({ topic: Topic, words: z.array(Word) })

/** What was added again meanwhile stays as it is. */
export const taxonomyChanges = (core: Core): ChangeKind[] => [
  {
    kind: 'journey.topic-removed',
    async restore(tx, { owner, before }) {
      const { topic, words } = RemovedTopic.parse(before)
      await insertTopic(tx, topic)
      await insertWords(tx, words)
      await tellTaxonomy(core, tx, owner)
    },
  },
  {
    kind: 'journey.word-removed',
    async restore(tx, { owner, before }) {
      await insertWords(tx, [Word.parse(before)])
      await tellTaxonomy(core, tx, owner)
    },
  },
]
