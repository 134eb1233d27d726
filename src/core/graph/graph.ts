/**
 * The graph: nodes and typed edges per person, projected from the log inside the transaction. Each thing (a session, a
 * document) owns the edges it gave rise to, its origin; when it changes they are replaced as a whole, and nodes that no
 * edge touches any more go away.
 */
import { sql } from 'kysely'
import { chunksOf } from '#std/list'
import type { Db, Reader, Tx } from '#core/db'
import type { Events, StoredEvent } from '#core/events'
import { graphTables, type EdgeRow, type NodeRow } from './schema.ts'

export { graphMigrations } from './schema.ts'

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
  touchedBy(event: StoredEvent): string | undefined
  /** The part that the thing `id` gives rise to as it stands now; undefined removes it. */
  load(reader: Reader, id: string): Promise<(Subgraph & { owner: string }) | undefined>
}

export interface Graph {
  register(source: GraphSource): void
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
    neighbourhood: (around) => readNeighbourhood(db.read, around),
  }
}

async function follow(tx: Tx, source: GraphSource, event: StoredEvent) {
  const id = source.touchedBy(event)
  if (id === undefined) return
  const part = await source.load(tx, id)
  await removeOrigin(tx, id)
  if (part) await addPart(tx, { ...part, origin: id })
}

/** A node that no edge touches would belong to nobody, and never go away. */
async function addPart(tx: Tx, { nodes: given, edges, owner, origin }: Subgraph & { owner: string; origin: string }) {
  const touched = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const nodes = given.filter(({ id }) => touched.has(id))
  for (const some of chunksOf(nodes, rowsAtOnce))
    await putNodes(
      tx,
      some.map((node) => ({ ...node, owner })),
    )
  for (const some of chunksOf(edges, rowsAtOnce)) {
    await graphTables(tx)
      .insertInto('graph_edges')
      .values(some.map((edge) => ({ ...edge, owner, origin })))
      .execute()
  }
}

const rowsAtOnce = 50

async function putNodes(tx: Tx, nodes: readonly NodeRow[]) {
  await graphTables(tx)
    .insertInto('graph_nodes')
    .values(nodes)
    .onConflict((conflict) =>
      conflict
        .columns(['owner', 'id'])
        .doUpdateSet((row) => ({ label: row.ref('excluded.label'), ref: row.ref('excluded.ref') })),
    )
    .execute()
}

async function removeOrigin(tx: Tx, origin: string) {
  const gone = await graphTables(tx).deleteFrom('graph_edges').where('origin', '=', origin).returningAll().execute()
  const ends = new Map(
    gone.flatMap(({ owner, source, target }) => [source, target].map((id) => [`${owner} ${id}`, { owner, id }])),
  )
  for (const { owner, id } of ends.values()) await removeLonely(tx, owner, id)
}

async function removeLonely(tx: Tx, owner: string, id: string) {
  await graphTables(tx)
    .deleteFrom('graph_nodes')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('graph_edges')
            .select(sql`1`.as('one'))
            .where('owner', '=', owner)
            .where((edge) => edge.or([edge('source', '=', id), edge('target', '=', id)])),
        ),
      ),
    )
    .execute()
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
  return { nodes: nodes.map(({ owner: _, ...node }) => node), edges: mergeParallel(edges), isCut }
}

function readNodes(reader: Reader, owner: string, ids: readonly string[]) {
  const query = graphTables(reader).selectFrom('graph_nodes').selectAll().where('owner', '=', owner)
  return query.where('id', 'in', ids).orderBy('id').execute()
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
