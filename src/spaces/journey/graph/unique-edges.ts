import type { GraphEdge } from '#core/graph'

/** Of edges of one type between the same nodes the heaviest, of equal ones the first. */
export function uniqueEdges(edges: readonly GraphEdge[]): GraphEdge[] {
  const kept = new Map<string, GraphEdge>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.source, edge.target, edge.type])
    if ((kept.get(key)?.weight ?? -Infinity) < edge.weight) kept.set(key, edge)
  }
  return [...kept.values()]
}
