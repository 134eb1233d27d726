/** What is linked, and the links: plain data, so that a thread can take and give them. */
import { z } from 'zod'
import { beliefTraitsSchema, insightTraitsSchema } from '../analyser/findings.ts'

export const LinkableElement = z.object({
  id: z.string(),
  sessionId: z.string(),
  /** `YYYY-MM-DD`. */
  day: z.string(),
  kind: z.enum(['belief', 'challenge', 'insight', 'action']),
  label: z.string(),
  /** Labels of the topics in the same passages. */
  topics: z.array(z.string()),
  /** The numbers of its passages in the session. */
  passages: z.array(z.int()),
  /** Of beliefs and of insights, where an analysis told. */
  stance: beliefTraitsSchema.shape.stance.optional(),
  standing: beliefTraitsSchema.shape.standing.optional(),
  sort: insightTraitsSchema.shape.sort.optional(),
})
export type LinkableElement = z.infer<typeof LinkableElement>
export const LinkableElements = z.array(LinkableElement)

export const Link = z.object({
  type: z.enum(['LEADS_TO', 'REVISES', 'FOLLOWS_UP']),
  /** Ids of elements; the source is the later or the answering one, but for LEADS_TO, which runs with time. */
  source: z.string(),
  target: z.string(),
  /** 0 … 1, how much the two share. */
  weight: z.number(),
})
export type Link = z.infer<typeof Link>
export const Links = z.array(Link)
