/** How a space makes its things stand in the graph. */
import type { Reader } from '#core/db'
import type { AppendedEvent } from '#core/events'
import type { ListIds } from '#core/projections'

/** `id` is unique per owner, for example `topic:work`. `ref` is the thing it stands for, if any. */
export interface GraphNode {
  id: string
  kind: string
  label: string
  ref: string | null
}

export interface GraphEdge {
  source: string
  target: string
  type: string
  weight: number
  quote: string | null
}

export interface Subgraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

/** How things of one kind become nodes and edges. */
export interface GraphSource {
  touchedBy(event: AppendedEvent): string | undefined
  /** The part that the thing `id` gives rise to as it stands now; undefined removes it. */
  load(reader: Reader, id: string): Promise<(Subgraph & { owner: string }) | undefined>
  /** Ids of all things that may stand in the graph, a page at a time. No two sources share an id. */
  all: ListIds
}
