/** Nodes with the edges between them, put together for whoever draws them. */
import type { Reader } from '#core/db'
import { selectEdges, type Filter } from './filter.ts'
import { joinEdges, mostEdges } from './joined-edges.ts'
import { graphTables } from './schema.ts'
import type { Evidence, GraphNode } from './source.ts'

/** Edges of one type between the same nodes, from several origins, as one. */
export interface JoinedEdge {
  source: string
  target: string
  type: string
  /** The sum of their weights. */
  weight: number
  /** How many they are. */
  times: number
  /** The youngest of them. */
  evidence: Evidence[]
}

/** `times` counts the things that name the node. */
export interface PicturedNode extends GraphNode {
  times: number
}

export interface Picture {
  nodes: PicturedNode[]
  edges: JoinedEdge[]
  /** True when there was more than was asked for. */
  isCut: boolean
}

const mostEvidence = 3

interface Drawn extends Filter {
  owner: string
  ids: readonly string[]
  start?: string
}

export async function drawPicture(reader: Reader, drawn: Drawn): Promise<Picture> {
  const nodes = await readNodes(reader, drawn)
  const edges = await readEdgesBetween(reader, { ...drawn, ids: nodes.map(({ id }) => id) })
  return { nodes, edges, isCut: edges.length === mostEdges }
}

async function readNodes(reader: Reader, drawn: Drawn): Promise<PicturedNode[]> {
  if (drawn.ids.length === 0) return []
  const nodes = await findNodes(reader, drawn)
  const counts = await countNaming(reader, drawn)
  return nodes.map((node) => ({ ...node, times: counts.get(node.id) ?? 0 }))
}

/** Those of `ids` that exist. */
export function findNodes(reader: Reader, { owner, ids }: Pick<Drawn, 'owner' | 'ids'>): Promise<GraphNode[]> {
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

/** Kinds play no part: a feeling is named by sessions, also where no sessions are drawn. */
async function countNaming(reader: Reader, { owner, ids, from, to }: Drawn): Promise<ReadonlyMap<string, number>> {
  const rows = await selectEdges(reader, owner, { from, to })
    .select((edge) => ['target', edge.fn.count<number>('ref').distinct().as('times')])
    .where('target', 'in', ids)
    .groupBy('target')
    .execute()
  return new Map(rows.map(({ target, times }) => [target, Number(times)]))
}

async function readEdgesBetween(reader: Reader, { owner, ids, ...filter }: Drawn): Promise<JoinedEdge[]> {
  if (ids.length === 0) return []
  const between = selectEdges(reader, owner, filter).where('source', 'in', ids).where('target', 'in', ids)
  const edges = await joinEdges(between).execute()
  const evidence = Map.groupBy(await readEvidence(reader, between), keyOf)
  return edges.map(({ times, weight, ...edge }) => ({
    ...edge,
    weight: Number(weight),
    times: Number(times),
    evidence: (evidence.get(keyOf(edge)) ?? []).map(({ ref, day, quote, place }) => ({ ref, day, quote, place })),
  }))
}

/** The youngest of each edge, those with words first. */
function readEvidence(reader: Reader, between: ReturnType<typeof selectEdges>) {
  const ranked = between.select(['source', 'target', 'type', 'ref', 'day', 'quote', 'place']).select(({ fn, val }) =>
    fn
      .agg<number>('row_number')
      .over((one) =>
        one
          .partitionBy(['source', 'target', 'type'])
          .orderBy(fn.coalesce('day', val('')), 'desc')
          .orderBy('weight', 'desc')
          .orderBy('origin'),
      )
      .as('rank'),
  )
  return graphTables(reader)
    .selectFrom(ranked.as('one'))
    .selectAll()
    .where('rank', '<=', mostEvidence)
    .orderBy('source')
    .orderBy('target')
    .orderBy('type')
    .orderBy('rank')
    .execute()
}

const keyOf = ({ source, target, type }: { source: string; target: string; type: string }) =>
  JSON.stringify([source, target, type])
