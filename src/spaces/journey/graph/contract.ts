/** The graph on the wire: how what was found hangs together. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay } from '#contract/id'
import { ElementKind, found, SessionId, sessionNotFound } from '../elements/contract.ts'

export const GraphKind = z.enum(['person', 'session', 'domain', 'family', 'valence', ...ElementKind.options])
export type GraphKind = z.infer<typeof GraphKind>

export const GraphNode = z.object({
  id: z.string(),
  kind: GraphKind,
  label: z.string(),
  /** The session's id where the node stands for one. */
  ref: z.string().nullable(),
  /** In how many sessions, of the days asked for, it is named. */
  times: z.int(),
})
export type GraphNode = z.infer<typeof GraphNode>

/** Where an edge was read from. `quote` is null where the session as a whole stands for it; `place` is where it starts. */
export const GraphEvidence = z.object({
  sessionId: SessionId,
  title: z.string(),
  day: CalendarDay,
  quote: z.string().nullable(),
  place: z.int().nullable(),
})
export type GraphEvidence = z.infer<typeof GraphEvidence>

/** `LEADS_TO` and `NEXT` run with time; `REVISES` and `FOLLOWS_UP` from what answers to what is answered. */
export const GraphEdge = z.object({
  source: z.string(),
  target: z.string(),
  type: z.enum(['HAS_SESSION', 'MENTIONS', 'ABOUT', 'IS_A', 'NEXT', 'LEADS_TO', 'FOLLOWS_UP', 'REVISES']),
  weight: z.number(),
  /** In how many sessions it was read. */
  times: z.int(),
  /** The youngest three. */
  evidence: z.array(GraphEvidence),
})
export type GraphEdge = z.infer<typeof GraphEdge>

/** Topic of the live connection: links between elements are others now. */
export const linksTopic = 'journey-links'

/** Kinds divided by commas. */
const Kinds = z
  .string()
  .max(200)
  .transform((kinds) => kinds.split(','))
  .pipe(z.array(GraphKind).min(1))

export const graphApi = {
  getGraph: endpoint({
    method: 'GET',
    path: '/journey/graph',
    summary: 'The neighbourhood of a session or of a node in my graph, or the graph as a whole',
    access: found.read,
    query: z.object({
      /** A session's id or a node's; without it the nodes that are named most, evenly over the kinds. */
      around: z.string().min(1).max(600).optional(),
      depth: z.coerce.number().int().min(1).max(3).default(2),
      kinds: Kinds.optional(),
      from: CalendarDay.optional(),
      to: CalendarDay.optional(),
    }),
    keep: 'until-commit',
    reply: z.object({
      nodes: z.array(GraphNode),
      edges: z.array(GraphEdge),
      isCut: z.boolean(),
      /** The first and the last day that the graph knows of; null while it is empty. */
      days: z.object({ first: CalendarDay, last: CalendarDay }).nullable(),
    }),
    problems: [sessionNotFound],
  }),
}
