/**
 * The graph: nodes and typed edges per person, projected from the log inside the transaction. Each thing (a session, a
 * document) owns the nodes and edges it gave rise to, their origin; when it changes they are replaced as a whole. What
 * several things name is one node, called as the youngest of them calls it.
 */
import type { Db, Tx } from '#core/db'
import type { Events, AppendedEvent } from '#core/events'
import type { Projection } from '#core/projections'
import { readNeighbourhood, type Around } from './neighbourhood.ts'
import { readOverview, type Overviewed } from './overview.ts'
import { putPart, rowsOf } from './part.ts'
import type { Picture } from './picture.ts'
import { graphProjection } from './projection.ts'
import type { GraphSource } from './source.ts'

export { graphMigrations } from './schema.ts'
export type { Picture } from './picture.ts'
export type { Evidence, GraphEdge, GraphNode, GraphSource, Subgraph } from './source.ts'
export { graphRecords } from './personal.ts'

export interface Graph {
  register(source: GraphSource): void
  /** The graph as something that can be built again. */
  projection: Projection
  /** Everything within `depth` edges of the node, at most `most` nodes; undefined when the node does not exist. */
  neighbourhood(around: Around): Promise<Picture | undefined>
  /** The nodes that most things name, evenly over the kinds asked for, and the edges between them. */
  overview(asked: Overviewed): Promise<Picture>
}

export function createGraph({ db, events }: { db: Db; events: Events }): Graph {
  const sources: GraphSource[] = []
  events.addInline({
    name: 'graph.projection',
    async handle(tx, event) {
      for (const source of sources) await follow(tx, source, event)
    },
  })
  return {
    register: (source) => void sources.push(source),
    projection: graphProjection(sources),
    neighbourhood: (around) => readNeighbourhood(db.read, around),
    overview: (asked) => readOverview(db.read, asked),
  }
}

async function follow(tx: Tx, source: GraphSource, event: AppendedEvent) {
  for (const id of new Set(await source.touchedBy(tx, event))) {
    const part = await source.load(tx, id)
    await putPart(tx, id, part && rowsOf(part, id))
  }
}
