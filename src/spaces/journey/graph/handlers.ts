/** The endpoints of the graph. */
import type { z } from 'zod'
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Neighbourhood } from '#core/graph'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { noSuchSession } from '../sessions/sessions.ts'
import { sessionNodeId } from '../projections/graph-source.ts'
import { GraphEdge, GraphNode, type graphApi } from './contract.ts'

const mostNodes = 120

export const graphHandlers: Handlers<typeof graphApi, Core, Caller, Visit> = {
  getGraph: (core, { caller, query }) => readGraph(core, caller.id, query),
}

async function readGraph(core: Core, owner: string, { around, depth }: { around: string; depth: number }) {
  const id = around.includes(':') ? around : sessionNodeId(around)
  const found = await core.graph.neighbourhood({ owner, id, depth, most: mostNodes })
  if (!found) throw noSuchSession()
  return toWire(found)
}

function toWire({ nodes, edges, isCut }: Neighbourhood): {
  nodes: z.infer<typeof GraphNode>[]
  edges: z.infer<typeof GraphEdge>[]
  isCut: boolean
} {
  return { nodes: nodes.map((node) => GraphNode.parse(node)), edges: edges.map((edge) => GraphEdge.parse(edge)), isCut }
}
