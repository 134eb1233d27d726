/** Elements and the graph on the wire: what was found in a session, what a person decided about it, how it hangs together. */
import { z } from 'zod'
import { Instant, idOf } from '#contract/id'
import { defineProblem } from '#contract/problem'

export const SessionId = idOf('session')
export type SessionId = z.infer<typeof SessionId>
export const ElementId = idOf('element')
export type ElementId = z.infer<typeof ElementId>

export const ElementKind = z.enum(['emotion', 'topic', 'belief', 'challenge', 'insight', 'action'])
export type ElementKind = z.infer<typeof ElementKind>

/** `transcript.slice(start, end) === quote`, in UTF-16 code units. */
export const Span = z.object({ start: z.int(), end: z.int(), quote: z.string() })
export type Span = z.infer<typeof Span>

export const ElementStatus = z.enum(['proposed', 'confirmed', 'edited', 'rejected'])
export type ElementStatus = z.infer<typeof ElementStatus>

/** What only some kinds have: emotions carry family to negation, topics their domain. */
export const ElementTraits = z.object({
  family: z.string().optional(),
  ekman: z.string().optional(),
  goemotions: z.array(z.string()).optional(),
  experiencer: z.enum(['self', 'other']).optional(),
  negated: z.boolean().optional(),
  domain: z.string().optional(),
})
export type ElementTraits = z.infer<typeof ElementTraits>

export const Element = z.object({
  id: ElementId,
  sessionId: SessionId,
  kind: ElementKind,
  label: z.string(),
  /** What the analyser said; differs from `label` once a person edited it. */
  proposedLabel: z.string(),
  traits: ElementTraits,
  confidence: z.number().min(0).max(1),
  band: z.enum(['clear', 'likely', 'unclear']),
  status: ElementStatus,
  analyser: z.string(),
  spans: z.array(Span),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Element = z.infer<typeof Element>

/** Confirm, edit the label, reject, or `proposed` to take a decision back. */
export const Decision = z
  .object({
    status: z.enum(['confirmed', 'rejected', 'proposed']).optional(),
    label: z.string().trim().min(1).max(500).optional(),
  })
  .refine(({ status, label }) => (status === undefined) !== (label === undefined), 'Send either a status or a label.')
export type Decision = z.infer<typeof Decision>

export const GraphNode = z.object({
  id: z.string(),
  kind: z.enum(['person', 'session', 'domain', 'family', ...ElementKind.options]),
  label: z.string(),
  /** The session's or element's id where the node stands for one. */
  ref: z.string().nullable(),
})
export type GraphNode = z.infer<typeof GraphNode>
export const GraphEdge = z.object({
  source: z.string(),
  target: z.string(),
  type: z.enum(['HAS_SESSION', 'MENTIONS', 'ABOUT', 'IS_A']),
  weight: z.number(),
  quote: z.string().nullable(),
})
export type GraphEdge = z.infer<typeof GraphEdge>

export const elementNotFound = defineProblem({
  name: 'journey/element-not-found',
  status: 404,
  title: 'There is no such element',
})
