/**
 * The graph: nodes and typed edges per person, projected from the log inside the transaction. Each thing (a session, a
 * document) owns the nodes and edges it gave rise to, their origin; when it changes they are replaced as a whole. What
 * several things name is one node, called as the youngest of them calls it.
 */
import type { Db, Reader, Tx } from '#core/db'
import type { Events, AppendedEvent } from '#core/events'
import type { Projection } from '#core/projections'
import { putPart, rowsOf } from './part.ts'
import { graphProjection } from './projection.ts'
import { graphTables, type EdgeRow } from './schema.ts'
import type { GraphEdge, GraphNode, GraphSource, Subgraph } from './source.ts'

export { graphMigrations } from './schema.ts'
export type { GraphEdge, GraphNode, GraphSource, Subgraph } from './source.ts'
export { graphRecords } from './personal.ts'

export interface Graph {
  register(source: GraphSource): void
  /** The graph as something that can be built again. */
  projection: Projection
  /** Everything within `depth` edges of the node, at most `most` nodes; undefined when the node does not exist. */
  neighbourhood(around: { owner: string; id: string; depth: number; most: number }): Promise<Neighbourhood | undefined>
}

export interface Neighbourhood extends Subgraph {
  /** True when there was more than `most`. */
  isCut: boolean
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
  }
}

async function follow(tx: Tx, source: GraphSource, event: AppendedEvent) {
  const id = source.touchedBy(event)
  if (id === undefined) return
  const part = await source.load(tx, id)
  await putPart(tx, id, part && rowsOf(part, id))
}

interface Around {
  owner: string
  id: string
  depth: number
  most: number
}

async function readNeighbourhood(
  reader: Reader,
  { owner, id, depth, most }: Around,
): Promise<Neighbourhood | undefined> {
  const ids = new Set([id])
  const [start] = await readNodes(reader, owner, [id])
  if (!start) return undefined
  let rim = [id]
  let isCut = false
  for (let step = 0; step < depth && rim.length > 0; step += 1) {
    const edges = await readEdges(reader, owner, rim)
    const fresh = [...new Set(edges.flatMap(({ source, target }) => [source, target]))].filter((end) => !ids.has(end))
    const room = most - ids.size
    isCut ||= fresh.length > room || edges.length === mostEdges
    rim = fresh.slice(0, room)
    for (const end of rim) ids.add(end)
  }
  const nodes = await readNodes(reader, owner, [...ids])
  const found = nodes.map((node) => node.id)
  const edges = await selectEdges(reader, owner)
    .where('source', 'in', found)
    .where('target', 'in', found)
    .limit(mostEdges)
    .execute()
  return { nodes, edges: mergeParallel(edges), isCut }
}

function readNodes(reader: Reader, owner: string, ids: readonly string[]): Promise<GraphNode[]> {
  return graphTables(reader)
    .selectFrom('graph_nodes as node')
    .select(['id', 'kind', 'label', 'ref'])
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .where('origin', '=', ({ selectFrom, ref }) =>
      selectFrom('graph_nodes as same')
        .select(({ fn }) => fn.max('same.origin').as('origin'))
        .where('same.owner', '=', owner)
        .where('same.id', '=', ref('node.id')),
    )
    .orderBy('id')
    .execute()
}

/** Most edges that are looked at around one rim. */
const mostEdges = 2000

function readEdges(reader: Reader, owner: string, ids: readonly string[]): Promise<EdgeRow[]> {
  return selectEdges(reader, owner)
    .where((edge) => edge.or([edge('source', 'in', ids), edge('target', 'in', ids)]))
    .limit(mostEdges)
    .execute()
}

/** The heaviest first. */
const selectEdges = (reader: Reader, owner: string) =>
  graphTables(reader)
    .selectFrom('graph_edges')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('weight', 'desc')
    .orderBy('source')
    .orderBy('target')
    .orderBy('type')
    .orderBy('origin')

/** Edges of the same type between the same nodes, from several origins, are one edge with the sum of the weights. */
function mergeParallel(edges: readonly EdgeRow[]): GraphEdge[] {
  const merged = new Map<string, GraphEdge>()
  for (const { source, target, type, weight, quote } of edges) {
    const key = JSON.stringify([source, target, type])
    const known = merged.get(key)
    if (known) known.weight += weight
    else merged.set(key, { source, target, type, weight, quote })
  }
  return [...merged.values()]
}
