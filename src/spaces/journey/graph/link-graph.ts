/** The links between elements of different places as edges: a part for each session, of the links that begin in it. */
import { z } from 'zod'
import type { Reader } from '#core/db'
import type { GraphEdge, GraphSource } from '#core/graph'
import { journeyTopic } from '../contract.ts'
import { spansOf } from '../elements/stored-elements.ts'
import { linksRefreshed } from '../links/refresh-links.ts'
import { journeyTables } from '../schema.ts'
import { wordNodeId } from './node-ids.ts'
import { sideParts } from './parts.ts'
import { uniqueEdges } from './unique-edges.ts'

const parts = sideParts('links:')
const Refreshed = z.object({ sessionIds: z.array(z.string()) })

export const linkGraph: GraphSource = {
  async touchedBy(reader, { name, topic, entity, payload }) {
    if (name === linksRefreshed) return Refreshed.parse(payload).sessionIds.map(parts.nameOf)
    if (topic !== journeyTopic) return []
    return [entity, ...(await findSessionsLinkedTo(reader, entity))].map(parts.nameOf)
  },
  async load(reader, part) {
    const id = parts.sessionOf(part)
    const rows = id === undefined ? [] : await readLinks(reader, id)
    const [first] = rows
    return first && { owner: first.owner, nodes: [], edges: uniqueEdges(rows.flatMap(toEdge)) }
  },
  all: parts.all,
}

async function findSessionsLinkedTo(reader: Reader, sessionId: string) {
  const rows = await journeyTables(reader)
    .selectFrom('journey_links')
    .select('source_session')
    .distinct()
    .where('target_session', '=', sessionId)
    .execute()
  return rows.map(({ source_session }) => source_session)
}

/** What was deleted, rejected or found no more is left out at once; the links themselves are refreshed a little later. */
const readLinks = (reader: Reader, sessionId: string) =>
  journeyTables(reader)
    .selectFrom('journey_links as link')
    .innerJoin('journey_elements as source', 'source.id', 'link.source')
    .innerJoin('journey_elements as target', 'target.id', 'link.target')
    .innerJoin('journey_sessions as from', 'from.id', 'source.session_id')
    .innerJoin('journey_sessions as to', 'to.id', 'target.session_id')
    .select(['link.owner', 'link.type', 'link.weight', 'source.kind', 'source.label', 'source.spans'])
    .select(['target.kind as targetKind', 'target.label as targetLabel'])
    .select(['from.id as sessionId', 'from.date as day'])
    .where('link.source_session', '=', sessionId)
    .where('source.status', '!=', 'rejected')
    .where('target.status', '!=', 'rejected')
    .where('from.deleted_at', 'is', null)
    .where('to.deleted_at', 'is', null)
    .orderBy('link.source')
    .orderBy('link.target')
    .orderBy('link.type')
    .execute()

/** Two insights in the same words are one node, and nothing leads to itself. */
function toEdge(row: Awaited<ReturnType<typeof readLinks>>[number]): GraphEdge[] {
  const source = wordNodeId(row.kind, row.label)
  const target = wordNodeId(row.targetKind, row.targetLabel)
  if (source === target) return []
  const [span] = spansOf(row)
  const { sessionId: ref, day } = row
  const evidence = { ref, day, quote: span?.quote ?? null, place: span?.start ?? null }
  return [{ source, target, type: row.type, weight: row.weight, evidence }]
}
