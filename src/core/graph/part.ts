/** The part of the graph that one thing gives rise to, as rows. */
import { chunksOf } from '#std/list'
import { statementOf, type Reader, type Tx } from '#core/db'
import type { Evidence, GraphNode, Subgraph } from './source.ts'
import { graphTables, type EdgeRow, type NodeRow } from './schema.ts'

export interface PartRows {
  nodes: NodeRow[]
  edges: EdgeRow[]
}

const noEvidence: Evidence = { ref: null, day: null, quote: null, place: null }

/** A node that no edge touches would tie nothing to anything, so it is left out. */
export function rowsOf({ nodes, edges, owner }: Subgraph & { owner: string }, origin: string): PartRows | undefined {
  const touched = new Set(edges.flatMap(({ source, target }) => [source, target]))
  nodes.forEach(assertKind)
  return inOrder({
    nodes: nodes
      .filter(({ id }) => touched.has(id))
      .map(({ id, kind, label, ref }) => ({ owner, id, origin, kind, label, ref })),
    edges: edges.map(({ source, target, type, weight, evidence: { ref, day, quote, place } = noEvidence }) => ({
      ...{ owner, source, target, type, origin },
      ...{ weight, quote, day, ref, place },
    })),
  })
}

/** Edges are chosen by the kinds of their ends, which nothing but the ids tells. */
function assertKind({ id, kind }: GraphNode) {
  if (!id.startsWith(`${kind}:`)) throw new Error(`The id of the node ${id} does not begin with its kind ${kind}`)
}

export async function readPart(reader: Reader, origin: string): Promise<PartRows | undefined> {
  const tables = graphTables(reader)
  const nodes = tables.selectFrom('graph_nodes').select(['owner', 'id', 'origin', 'kind', 'label', 'ref'])
  const edges = tables
    .selectFrom('graph_edges')
    .select(['owner', 'source', 'target', 'type', 'origin', 'weight', 'quote', 'day', 'ref', 'place'])
  return inOrder({
    nodes: await nodes.where('origin', '=', origin).execute(),
    edges: await edges.where('origin', '=', origin).execute(),
  })
}

/** Undefined when there is nothing. */
function inOrder({ nodes, edges }: PartRows): PartRows | undefined {
  if (nodes.length + edges.length === 0) return undefined
  return {
    nodes: nodes.toSorted((a, b) => compare(a.id, b.id)),
    edges: edges.toSorted((a, b) => compare(keyOf(a), keyOf(b))),
  }
}

const keyOf = ({ source, target, type }: EdgeRow) => JSON.stringify([source, target, type])
const compare = (a: string, b: string) => Number(a > b) - Number(a < b)

const rowsAtOnce = 50

/** Replaces the part of a thing as a whole. */
export async function putPart(tx: Tx, origin: string, part: PartRows | undefined) {
  await deleteEdges(tx, { origin })
  await deleteNodes(tx, { origin })
  if (!part) return
  const tables = graphTables(tx)
  for (const rows of chunksOf(part.nodes, rowsAtOnce)) await tables.insertInto('graph_nodes').values(rows).execute()
  for (const rows of chunksOf(part.edges, rowsAtOnce)) await tables.insertInto('graph_edges').values(rows).execute()
}

const deleteEdges = statementOf((reader, { origin }: { origin: string }) =>
  graphTables(reader).deleteFrom('graph_edges').where('origin', '=', origin),
)

const deleteNodes = statementOf((reader, { origin }: { origin: string }) =>
  graphTables(reader).deleteFrom('graph_nodes').where('origin', '=', origin),
)
