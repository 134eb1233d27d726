/**
 * What an analysis of one text says: emotions, topics, beliefs, challenges, insights and actions, each with the exact
 * places it was read from. Every span holds `text.slice(start, end) === quote`, counted in UTF-16 code units of the
 * text as given. Lists are ranked by score, best first.
 */
import { z } from 'zod'

export const analyserVersion = { name: 'offline', version: '1.1.0' } as const

export const spanSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().positive(), quote: z.string().min(1) })
  .refine((span) => span.end - span.start === span.quote.length, 'The quote is not as long as its span.')

const scoreSchema = z.number().min(0).max(1)
const spansSchema = z.array(spanSchema).min(1)

export const ekmanSchema = z.enum(['joy', 'sadness', 'anger', 'fear', 'disgust', 'surprise'])

/** Systems that name feelings in their own way; `emotions/crosswalks.ts` leads to each. */
export const emotionSystemSchema = z.enum([
  'ekman',
  'goemotions',
  'plutchik',
  'geneva',
  'lemotif',
  'empathetic-dialogues',
])

export const experiencerSchema = z.enum(['self', 'other'])

/** When a feeling is: had before, felt now, expected, or only imagined ("I would be happy if"). */
export const tenseSchema = z.enum(['past', 'now', 'future', 'hypothetical'])

/** How a feeling is before it has a name: level 0 of the emotion tree. */
export const coreAffectSchema = z.object({
  valence: z.enum(['pleasant', 'unpleasant', 'mixed', 'neutral']),
  arousal: z.enum(['low', 'high']),
  control: z.enum(['low', 'high']),
})

/** One per label, experiencer and polarity. A negated mention ("not angry") is kept and says so. */
export const emotionFindingSchema = z.object({
  label: z.string().min(1),
  family: z.string().min(1),
  ekman: ekmanSchema,
  /** Missing in readings of earlier versions. */
  affect: coreAffectSchema.optional(),
  goemotions: z.array(z.string().min(1)),
  score: scoreSchema,
  experiencer: experiencerSchema,
  negated: z.boolean(),
  /** The tense of most of the evidence. */
  tense: tenseSchema,
  /** How strongly it is said where it is said strongest: a word's own weight with its "very" or "a bit". */
  intensity: scoreSchema,
  spans: spansSchema,
})

/** `label` is a leaf of the topic tree, `domain` the branch it hangs on. */
export const topicFindingSchema = z.object({
  label: z.string().min(1),
  domain: z.string().min(1),
  score: scoreSchema,
  spans: spansSchema,
})

/** `about` is Beck's triad and the world. Traps are thinking traps, named as in `elements/traps.ts`. */
export const beliefTraitsSchema = z.object({
  about: z.enum(['self', 'others', 'world', 'future']),
  form: z.enum(['core', 'rule', 'assumption', 'value']),
  stance: z.enum(['limiting', 'supporting', 'neutral']),
  strength: z.enum(['hedged', 'plain', 'absolute']),
  /** Whether it is said as true, doubted, or called untrue by now. */
  standing: z.enum(['held', 'questioned', 'revised']),
  traps: z.array(z.string()),
})

export const challengeTraitsSchema = z.object({
  nature: z.enum(['internal', 'relational', 'practical']),
  severity: z.enum(['mild', 'marked', 'severe']),
  standing: z.enum(['open', 'easing', 'resolved']),
  /** The person's own words for what is in the way: the same challenge has the same, however its label puts them. */
  words: z.string().min(1).max(120).optional(),
})

export const insightTraitsSchema = z.object({
  sort: z.enum(['cause', 'pattern', 'reframe', 'decision', 'lesson']),
})

/** A day is of the writer's calendar; `time` is of the clock there, `HH:MM`. */
export const dueSchema = z.object({ day: z.iso.date(), time: z.string().optional(), words: z.string().min(1) })

/** Grades are the ladder of motivational interviewing. `avoid` is a thing to stop or not to do. */
export const actionTraitsSchema = z.object({
  grade: z.enum(['desire', 'ability', 'reason', 'need', 'commitment', 'activation', 'taking-steps']),
  polarity: z.enum(['do', 'avoid']),
  due: dueSchema.optional(),
  /** `daily`, `weekly`, `monthly`, or the words themselves where they say more. */
  recurrence: z.string().optional(),
})

/** The label is the person's own words, of a challenge made to read as an obstacle; at most 120 characters. */
const statedSchema = z.object({ label: z.string().min(1).max(120), score: scoreSchema, spans: spansSchema })

const beliefFindingSchema = statedSchema.extend({ kind: z.literal('belief'), belief: beliefTraitsSchema })
const challengeFindingSchema = statedSchema.extend({ kind: z.literal('challenge'), challenge: challengeTraitsSchema })
const insightFindingSchema = statedSchema.extend({ kind: z.literal('insight'), insight: insightTraitsSchema })
const actionFindingSchema = statedSchema.extend({ kind: z.literal('action'), action: actionTraitsSchema.optional() })

export const elementFindingSchema = z.discriminatedUnion('kind', [
  beliefFindingSchema,
  challengeFindingSchema,
  insightFindingSchema,
  actionFindingSchema,
])

/** What a text says of something that was meant to be done before: "I did call her", "still haven't booked it". */
export const followUpSchema = z.object({
  verdict: z.enum(['done', 'begun', 'not-done', 'dropped']),
  /** The words for what was meant. */
  what: z.string().min(1).max(120),
  score: scoreSchema,
  span: spanSchema,
})

/** Wording of a crisis: `urgent` speaks of dying or harm now, `concern` of such thoughts. */
export const crisisSchema = z.object({ level: z.enum(['urgent', 'concern']), span: spanSchema })

/** A sentence: passages are in order, never overlap, and together cover all text that is not blank. */
export const passageSchema = z.object({ start: z.int().nonnegative(), end: z.int().positive() })

/** `language` is a BCP 47 tag; `analysed` is false, and the lists are empty, where no analyser reads that language. */
export const analysisSchema = z.object({
  language: z.string().min(2),
  analysed: z.boolean(),
  valence: z.number().min(-1).max(1),
  passages: z.array(passageSchema),
  emotions: z.array(emotionFindingSchema),
  topics: z.array(topicFindingSchema),
  elements: z.array(elementFindingSchema),
  followUps: z.array(followUpSchema).default([]),
  crisis: z.array(crisisSchema).default([]),
})

/** Words of a person's own: what they stand for, or that they stand for nothing. Terms are written as in the lexicons. */
export const personalLexiconSchema = z.object({
  topics: z.array(
    z.object({ label: z.string().min(1), domain: z.string().min(1), term: z.string().min(1), weight: z.number() }),
  ),
  emotions: z.array(z.object({ label: z.string().min(1), term: z.string().min(1), weight: z.number() })),
  /** Words that a person said mean nothing of this kind; without a label, none of the kind. */
  silenced: z.array(
    z.object({ kind: z.enum(['emotion', 'topic']), label: z.string().optional(), term: z.string().min(1) }),
  ),
})

/** What a text is read with, beside itself. Without a day, days in words such as "tomorrow" are not dated. */
export const readingSchema = z.object({ day: z.iso.date().optional(), lexicon: personalLexiconSchema.optional() })

export type Span = z.infer<typeof spanSchema>
export type Ekman = z.infer<typeof ekmanSchema>
export type EmotionSystem = z.infer<typeof emotionSystemSchema>
export type CoreAffect = z.infer<typeof coreAffectSchema>
export type Experiencer = z.infer<typeof experiencerSchema>
export type EmotionFinding = z.infer<typeof emotionFindingSchema>
export type TopicFinding = z.infer<typeof topicFindingSchema>
export type ElementFinding = z.infer<typeof elementFindingSchema>
export type BeliefFinding = z.infer<typeof beliefFindingSchema>
export type ChallengeFinding = z.infer<typeof challengeFindingSchema>
export type InsightFinding = z.infer<typeof insightFindingSchema>
export type Passage = z.infer<typeof passageSchema>
export type BeliefTraits = z.infer<typeof beliefTraitsSchema>
export type ChallengeTraits = z.infer<typeof challengeTraitsSchema>
export type InsightTraits = z.infer<typeof insightTraitsSchema>
export type ActionTraits = z.infer<typeof actionTraitsSchema>
export type Due = z.infer<typeof dueSchema>
export type Tense = z.infer<typeof tenseSchema>
export type FollowUp = z.infer<typeof followUpSchema>
export type Crisis = z.infer<typeof crisisSchema>
export type PersonalLexicon = z.infer<typeof personalLexiconSchema>
export type Reading = z.infer<typeof readingSchema>
export type Analysis = z.infer<typeof analysisSchema>
