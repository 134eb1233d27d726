/**
 * The graph as graphology holds it, with a calm place for every node: from a circle, one kind beside the other, a fixed
 * number of steps of ForceAtlas2. Nothing is left to chance, so the same graph is always drawn in the same way.
 */
import { MultiDirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { GraphEdge, GraphKind, GraphNode } from '../../../contract.ts'

export interface Drawing {
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
}

const steps = 220

/** The form of a node in the picture; what has no form of its own is told by the sign before its label. */
const shapes: Record<GraphKind, string> = {
  emotion: 'circle',
  family: 'circle',
  valence: 'circle',
  topic: 'square',
  domain: 'square',
  belief: 'diamond',
  challenge: 'triangle',
  insight: 'circle',
  action: 'square',
  session: 'circle',
  person: 'circle',
}

const signs: Record<GraphKind, string> = {
  emotion: '●',
  family: '○',
  valence: '○',
  topic: '■',
  domain: '□',
  belief: '◆',
  challenge: '▲',
  insight: '★',
  action: '▶',
  session: '⬢',
  person: '⬢',
}

const longestLabel = 32
const usualOpacity = 0.8

interface NodeLook {
  x: number
  y: number
  size: number
  label: string
  shape: string
  color: string
  opacity: number
}

interface EdgeLook {
  type: string
  weight: number
  size: number
  opacity: number
}

export type Figure = MultiDirectedGraph<NodeLook, EdgeLook>

export function figureOf({ nodes, edges }: Drawing, colours: (kind: GraphKind) => string): Figure {
  const graph = new MultiDirectedGraph<NodeLook, EdgeLook>()
  const inOrder = nodes.toSorted((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id))
  for (const [index, node] of inOrder.entries()) {
    const turn = (2 * Math.PI * index) / inOrder.length
    graph.addNode(node.id, {
      x: Math.cos(turn) * 100,
      y: Math.sin(turn) * 100,
      size: 4 + 3 * Math.log2(1 + node.times),
      label: `${signs[node.kind]} ${shorten(node.label)}`,
      shape: shapes[node.kind],
      color: colours(node.kind),
      opacity: 1,
    })
  }
  for (const { source, target, type, weight } of edges) {
    if (!graph.hasNode(source) || !graph.hasNode(target)) continue
    graph.addDirectedEdge(source, target, {
      type,
      weight,
      size: Math.min(1 + Math.log2(1 + weight) / 2, 4),
      opacity: usualOpacity,
    })
  }
  settle(graph)
  return graph
}

function settle(graph: Figure) {
  const settings = { ...forceAtlas2.inferSettings(graph.order), gravity: 0.6, scalingRatio: 20 }
  const places = forceAtlas2(graph, { iterations: steps, settings, getEdgeWeight: 'weight' })
  graph.updateEachNodeAttributes((id, node) => ({ ...node, ...places[id] }))
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

const shorten = (label: string) =>
  label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`

/** Fades what does not belong to the node that was chosen; nothing fades while none is. */
export function highlight(graph: Figure, selectedId: string | undefined) {
  const isChosen = selectedId !== undefined && graph.hasNode(selectedId)
  const near = new Set(isChosen ? [selectedId, ...graph.neighbors(selectedId)] : [])
  graph.updateEachNodeAttributes((id, node) => ({ ...node, opacity: !isChosen || near.has(id) ? 1 : 0.12 }))
  const touching = new Set(isChosen ? graph.edges(selectedId) : [])
  graph.updateEachEdgeAttributes((id, edge) => ({
    ...edge,
    opacity: isChosen ? (touching.has(id) ? 1 : 0.08) : usualOpacity,
  }))
}
