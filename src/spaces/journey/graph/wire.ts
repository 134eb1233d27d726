/** How the graph looks on the wire: with the titles of the sessions that its edges were read from. */
import { chunksOf } from '#std/list'
import type { Reader } from '#core/db'
import type { Evidence, Picture } from '#core/graph'
import { SessionId } from '../contract.ts'
import { journeyTables } from '../schema.ts'
import { GraphEdge, GraphKind, type GraphEvidence } from './contract.ts'

const idsAtOnce = 500
const EdgeType = GraphEdge.shape.type

export async function toWire(reader: Reader, owner: string, { nodes, edges, isCut }: Picture) {
  const refs = edges.flatMap(({ evidence }) => evidence.flatMap(({ ref }) => ref ?? []))
  const titles = await readTitles(reader, owner, [...new Set(refs)])
  return {
    nodes: nodes.map((node) => ({ ...node, kind: GraphKind.parse(node.kind) })),
    edges: edges.map(({ type, evidence, ...edge }) => ({
      ...edge,
      type: EdgeType.parse(type),
      evidence: evidence.flatMap((one) => evidenceOf(one, titles)),
    })),
    isCut,
  }
}

function evidenceOf({ ref, day, quote, place }: Evidence, titles: ReadonlyMap<string, string>): GraphEvidence[] {
  const title = titles.get(ref ?? '')
  return title === undefined || day === null ? [] : [{ sessionId: SessionId.parse(ref), title, day, quote, place }]
}

async function readTitles(reader: Reader, owner: string, ids: readonly string[]) {
  const titles = new Map<string, string>()
  for (const part of chunksOf(ids, idsAtOnce)) {
    const query = journeyTables(reader).selectFrom('journey_sessions').select(['id', 'title']).where('id', 'in', part)
    for (const { id, title } of await query.where('owner', '=', owner).execute()) titles.set(id, title)
  }
  return titles
}

export async function readDays(reader: Reader, owner: string) {
  const row = await journeyTables(reader)
    .selectFrom('journey_sessions')
    .select(({ fn }) => [fn.min('date').as('first'), fn.max('date').as('last')])
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const { first, last } = row ?? {}
  return first && last ? { first, last } : null
}
