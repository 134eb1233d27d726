/**
 * What an analysis of one text says: emotions, topics, beliefs, challenges, insights and actions, each with the exact
 * places it was read from. Every span holds `text.slice(start, end) === quote`, counted in UTF-16 code units of the
 * text as given. Lists are ranked by score, best first.
 */
import { z } from 'zod'

export const analyserVersion = { name: 'offline', version: '1.0.0' } as const

export const spanSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().positive(), quote: z.string().min(1) })
  .refine((span) => span.end - span.start === span.quote.length, 'The quote is not as long as its span.')

const scoreSchema = z.number().min(0).max(1)
const spansSchema = z.array(spanSchema).min(1)

export const ekmanSchema = z.enum(['joy', 'sadness', 'anger', 'fear', 'disgust', 'surprise'])

export const experiencerSchema = z.enum(['self', 'other'])

/** One per label, experiencer and polarity. A negated mention ("not angry") is kept and says so. */
export const emotionFindingSchema = z.object({
  label: z.string().min(1),
  family: z.string().min(1),
  ekman: ekmanSchema,
  goemotions: z.array(z.string().min(1)),
  score: scoreSchema,
  experiencer: experiencerSchema,
  negated: z.boolean(),
  spans: spansSchema,
})

/** `label` is a leaf of the topic tree, `domain` the branch it hangs on. */
export const topicFindingSchema = z.object({
  label: z.string().min(1),
  domain: z.string().min(1),
  score: scoreSchema,
  spans: spansSchema,
})

export const elementKindSchema = z.enum(['belief', 'challenge', 'insight', 'action'])

/** The label repeats the person's own words, trimmed to at most 120 characters. */
export const elementFindingSchema = z.object({
  kind: elementKindSchema,
  label: z.string().min(1).max(120),
  score: scoreSchema,
  spans: spansSchema,
})

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
})

export type Span = z.infer<typeof spanSchema>
export type Ekman = z.infer<typeof ekmanSchema>
export type Experiencer = z.infer<typeof experiencerSchema>
export type EmotionFinding = z.infer<typeof emotionFindingSchema>
export type TopicFinding = z.infer<typeof topicFindingSchema>
export type ElementKind = z.infer<typeof elementKindSchema>
export type ElementFinding = z.infer<typeof elementFindingSchema>
export type Passage = z.infer<typeof passageSchema>
export type Analysis = z.infer<typeof analysisSchema>
