/** The graph on the wire: how what was found hangs together. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { ElementKind, found, sessionNotFound } from '../elements/contract.ts'

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

export const graphApi = {
  getGraph: endpoint({
    method: 'GET',
    path: '/journey/graph',
    summary: 'The neighbourhood of a session or of a node in my graph',
    access: found.read,
    query: z.object({ around: z.string().min(1).max(600), depth: z.coerce.number().int().min(1).max(3).default(2) }),
    reply: z.object({ nodes: z.array(GraphNode), edges: z.array(GraphEdge), isCut: z.boolean() }),
    problems: [sessionNotFound],
  }),
}
