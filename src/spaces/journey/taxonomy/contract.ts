/** The taxonomy on the wire: the trees of topics and emotions, and what a person adds to them or takes out of them. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { ChangeId, Instant, idOf } from '#contract/id'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { coreAffectSchema, emotionSystemSchema } from '../analyser/findings.ts'

export const OwnTopicId = idOf('own topic')
export type OwnTopicId = z.infer<typeof OwnTopicId>
export const OwnWordId = idOf('own word')
export type OwnWordId = z.infer<typeof OwnWordId>

/** Topic of the live connection. */
export const taxonomyTopic = 'journey.taxonomy'

export const taxonomyLimits = { topics: 200, words: 2000, wordsPerTopic: 20 }

/** `means`: the word stands for the label. `not`: it does not, or, without a label, for nothing of the kind. */
export const Sense = z.enum(['means', 'not'])
export const NamedKind = z.enum(['topic', 'emotion'])
export type NamedKind = z.infer<typeof NamedKind>

export const OwnWord = z.object({
  id: OwnWordId,
  kind: NamedKind,
  label: z.string().nullable(),
  term: z.string(),
  sense: Sense,
  /** Who said so: the person here, or their decisions about what was found. */
  origin: z.enum(['person', 'decision']),
  createdAt: Instant,
})
export type OwnWord = z.infer<typeof OwnWord>

export const Feeling = z.object({
  label: z.string(),
  affect: coreAffectSchema,
  /** What other systems call it, the closest name first. */
  elsewhere: z.array(z.object({ system: emotionSystemSchema, names: z.array(z.string()) })),
})
export type Feeling = z.infer<typeof Feeling>

export const Taxonomy = z.object({
  topics: z.array(
    z.object({
      domain: z.string(),
      /** `topicId` of those that are the person's own. */
      leaves: z.array(z.object({ label: z.string(), topicId: OwnTopicId.nullable() })),
    }),
  ),
  emotions: z.array(z.object({ family: z.string(), leaves: z.array(Feeling) })),
  words: z.array(OwnWord),
  /** Sessions that were last read before the newest of these words. */
  sessionsToRead: z.int(),
})
export type Taxonomy = z.infer<typeof Taxonomy>

const Label = z.string().trim().min(1, 'A topic needs a name.').max(60)
const Term = z
  .string()
  .trim()
  .min(1, 'Write a word.')
  .max(60)
  .regex(/[\p{L}\p{N}\p{Extended_Pictographic}]/u, 'Write a word with at least one letter.')
  .refine((term) => term.split(/\s+/).length <= 5, 'Write at most five words.')

const NewTopic = z.object({
  label: Label,
  domain: z.string().min(1).max(60),
  /** Words that stand for it; its name does in any case. */
  terms: z.array(Term).max(taxonomyLimits.wordsPerTopic).default([]),
})
export type NewTopic = z.output<typeof NewTopic>

const NewWord = z
  .object({ kind: NamedKind, label: z.string().min(1).max(60).nullable(), term: Term, sense: Sense })
  .refine(({ label, sense }) => label !== null || sense === 'not', 'Say what the word stands for.')
export type NewWord = z.output<typeof NewWord>

export const topicNotFound = defineProblem({
  name: 'journey/topic-not-found',
  status: 404,
  title: 'There is no such topic of yours',
})
export const wordNotFound = defineProblem({
  name: 'journey/word-not-found',
  status: 404,
  title: 'There is no such word of yours',
})
export const labelTaken = defineProblem({
  name: 'journey/label-taken',
  status: 409,
  title: 'There is a topic of this name',
})
export const labelUnknown = defineProblem({
  name: 'journey/label-unknown',
  status: 422,
  title: 'There is nothing of this name in the tree',
})
export const taxonomyFull = defineProblem({
  name: 'journey/taxonomy-full',
  status: 409,
  title: 'There is no room for more words of your own',
})

const taxonomy = defineNoun({ name: 'journey.taxonomy', about: 'My own topics and words, and what is left out' })

export const taxonomyApi = {
  getTaxonomy: endpoint({
    method: 'GET',
    path: '/taxonomy',
    summary: 'The trees of topics and emotions with my own topics and words',
    access: taxonomy.read,
    reply: Taxonomy,
  }),
  addTopic: endpoint({
    method: 'POST',
    path: '/taxonomy/topics',
    summary: 'Adds a topic of my own, with the words that stand for it',
    access: taxonomy.write,
    body: NewTopic,
    status: 201,
    reply: Taxonomy,
    problems: [labelTaken, labelUnknown, taxonomyFull],
  }),
  changeTopic: endpoint({
    method: 'PATCH',
    path: '/taxonomy/topics/:topicId',
    summary: 'Renames a topic of my own, or hangs it elsewhere',
    access: taxonomy.write,
    body: z.object({ label: Label.optional(), domain: z.string().min(1).max(60).optional() }),
    reply: Taxonomy,
    problems: [topicNotFound, labelTaken, labelUnknown],
  }),
  removeTopic: endpoint({
    method: 'DELETE',
    path: '/taxonomy/topics/:topicId',
    summary: 'Removes a topic of my own with its words; can be undone',
    access: taxonomy.write,
    reply: z.object({ taxonomy: Taxonomy, changeId: ChangeId }),
    problems: [topicNotFound],
  }),
  addWord: endpoint({
    method: 'POST',
    path: '/taxonomy/words',
    summary: 'Says what a word of mine stands for, or that it does not',
    access: taxonomy.write,
    body: NewWord,
    status: 201,
    reply: Taxonomy,
    problems: [labelUnknown, taxonomyFull],
  }),
  removeWord: endpoint({
    method: 'DELETE',
    path: '/taxonomy/words/:wordId',
    summary: 'Forgets a word of mine; can be undone',
    access: taxonomy.write,
    reply: z.object({ taxonomy: Taxonomy, changeId: ChangeId }),
    problems: [wordNotFound],
  }),
  readAgain: endpoint({
    method: 'POST',
    path: '/taxonomy/read-again',
    summary: 'Reads again the sessions that were last read before the newest of my words; decisions stay',
    access: taxonomy.write,
    status: 202,
    reply: z.object({ sessions: z.int() }),
  }),
}
