/** How a space makes its things stand in the graph. */
import type { Reader } from '#core/db'
import type { AppendedEvent } from '#core/events'
import type { ListIds } from '#core/projections'

/** `id` is unique per owner and begins with the kind, for example `topic:work`. `ref` is the thing it stands for, if any. */
export interface GraphNode {
  id: string
  kind: string
  label: string
  ref: string | null
}

/** Where an edge was read from: in which thing, of which day (`YYYY-MM-DD`), and the words with the place they start at. */
export interface Evidence {
  ref: string | null
  day: string | null
  quote: string | null
  place: number | null
}

export interface GraphEdge {
  source: string
  target: string
  type: string
  weight: number
  evidence?: Evidence
}

export interface Subgraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
}

/** How things of one kind become nodes and edges. */
export interface GraphSource {
  /**
   * The things whose part may have changed with the event: often the one it is about, sometimes others too, which are
   * found in the record as it stands after the change.
   */
  touchedBy(reader: Reader, event: AppendedEvent): Promise<readonly string[]>
  /**
   * The part that the thing `id` gives rise to as it stands now; undefined removes it. Its edges may end at nodes that
   * other parts name; while no part does, they are not seen.
   */
  load(reader: Reader, id: string): Promise<(Subgraph & { owner: string }) | undefined>
  /** Ids of all things that may stand in the graph, a page at a time. No two sources share an id. */
  all: ListIds
}
