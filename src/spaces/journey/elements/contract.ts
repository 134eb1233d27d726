/** Elements on the wire: what was found in a session, and what a person decided about it. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { ChangeId, Instant, idOf } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import {
  actionTraitsSchema,
  beliefTraitsSchema,
  challengeTraitsSchema,
  coreAffectSchema,
  insightTraitsSchema,
  tenseSchema,
} from '../analyser/findings.ts'

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

/** What only some kinds have: emotions carry family to intensity, topics their domain, the others their own. */
export const ElementTraits = z.object({
  family: z.string().optional(),
  ekman: z.string().optional(),
  affect: coreAffectSchema.optional(),
  goemotions: z.array(z.string()).optional(),
  experiencer: z.enum(['self', 'other']).optional(),
  negated: z.boolean().optional(),
  tense: tenseSchema.optional(),
  intensity: z.number().optional(),
  domain: z.string().optional(),
  belief: beliefTraitsSchema.optional(),
  challenge: challengeTraitsSchema.optional(),
  insight: insightTraitsSchema.optional(),
  action: actionTraitsSchema.optional(),
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

export const elementNotFound = defineProblem({
  name: 'journey/element-not-found',
  status: 404,
  title: 'There is no such element',
})
export const sessionNotFound = defineProblem({
  name: 'journey/session-not-found',
  status: 404,
  title: 'There is no such session',
})

export const found = defineNoun({
  name: 'journey.elements',
  about: 'What was found in sessions, and decisions about it',
})

export const elementsApi = {
  listElements: endpoint({
    method: 'GET',
    path: '/sessions/:sessionId/elements',
    summary: 'What was found in a session, by first place in the text',
    access: found.read,
    query: PageQuery.extend({ kind: ElementKind.optional() }),
    reply: pageOf(Element),
    problems: [sessionNotFound],
  }),
  decideElement: endpoint({
    method: 'PATCH',
    path: '/elements/:elementId',
    summary: 'Confirms, edits or rejects an element; can be undone and survives every later analysis',
    access: found.write,
    body: Decision,
    reply: z.object({ element: Element, changeId: ChangeId }),
    problems: [elementNotFound],
  }),
}
