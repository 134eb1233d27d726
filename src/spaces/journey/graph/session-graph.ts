/**
 * How a session stands in the graph: the person has it, it mentions what was found, and what was found is about the
 * topics of the same sentence. One node per person and normal form; feelings of others and absent ones stay out.
 */
import type { Reader } from '#core/db'
import type { Evidence, GraphEdge, GraphNode, GraphSource } from '#core/graph'
import { passagesOf } from '../elements/passages-of.ts'
import { sentencesOf } from '../elements/sentences-of.ts'
import { isOwn, spansOf, traitsOf } from '../elements/stored-elements.ts'
import { findLivingSession, listLivingSessions, sessionOf } from '../projections/search-source.ts'
import { journeyTables, type ElementRow, type SessionRow } from '../schema.ts'
import { branchesOf } from './branches.ts'
import { personNodeId, sessionNodeId, wordNodeId } from './node-ids.ts'
import { uniqueEdges } from './unique-edges.ts'

/** The limit stands in docs/limits.md. */
export const mostElements = 200

export const sessionGraph: GraphSource = {
  touchedBy: async (_, event) => [sessionOf(event) ?? []].flat(),
  async load(reader, id) {
    const session = await findLivingSession(reader, id)
    if (!session) return undefined
    const sentences = sentencesOf(session)
    const elements = (await readElements(reader, id)).filter(isOwn)
    const placed = elements.map((row) => placeIn(session, sentences, row))
    const branches = placed.flatMap(({ row, node }) => branchesOf(node, traitsOf(row), evidenceOf(session)))
    return {
      owner: session.owner,
      nodes: uniqueNodes([
        ...sessionNodes(session),
        ...placed.map(({ node }) => node),
        ...branches.map(({ node }) => node),
      ]),
      edges: uniqueEdges([
        hasSession(session),
        ...placed.map((element) => mentions(session, element)),
        ...aboutEdges(placed),
        ...branches.map(({ edge }) => edge),
      ]),
    }
  },
  all: listLivingSessions,
}

function readElements(reader: Reader, sessionId: string): Promise<ElementRow[]> {
  return journeyTables(reader)
    .selectFrom('journey_elements')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('status', '!=', 'rejected')
    .orderBy('confidence', 'desc')
    .orderBy('id')
    .limit(mostElements)
    .execute()
}

function sessionNodes({ id, owner, title }: SessionRow): GraphNode[] {
  return [
    { id: personNodeId(owner), kind: 'person', label: 'You', ref: null },
    { id: sessionNodeId(id), kind: 'session', label: title, ref: id },
  ]
}

/** The session as a whole, where no words of it are meant. */
const evidenceOf = ({ id, date }: SessionRow): Evidence => ({ ref: id, day: date, quote: null, place: null })

const hasSession = (session: SessionRow): GraphEdge => ({
  source: personNodeId(session.owner),
  target: sessionNodeId(session.id),
  type: 'HAS_SESSION',
  weight: 1,
  evidence: evidenceOf(session),
})

interface Placed {
  row: ElementRow
  node: GraphNode
  /** The numbers of the sentences that the element was read from. */
  passages: ReadonlySet<number>
  evidence: Evidence
}

/** Named by the label that stands now, so that an edit moves the element to where it belongs. */
function placeIn(session: SessionRow, sentences: ReturnType<typeof sentencesOf>, row: ElementRow): Placed {
  const spans = spansOf(row)
  const { kind, label } = row
  return {
    row,
    node: { id: wordNodeId(kind, label), kind, label, ref: null },
    passages: passagesOf(spans, sentences),
    evidence: { ...evidenceOf(session), quote: spans[0]?.quote ?? null, place: spans[0]?.start ?? null },
  }
}

function mentions({ id }: SessionRow, { row, node, evidence }: Placed): GraphEdge {
  return { source: sessionNodeId(id), target: node.id, type: 'MENTIONS', weight: row.confidence, evidence }
}

function aboutEdges(placed: readonly Placed[]): GraphEdge[] {
  const topics = placed.filter(({ row }) => row.kind === 'topic')
  const others = placed.filter(({ row }) => row.kind !== 'topic')
  return others.flatMap((one) =>
    topics.flatMap((topic) => {
      const weight = one.passages.intersection(topic.passages).size
      const ends = { source: one.node.id, target: topic.node.id, type: 'ABOUT', weight }
      return weight === 0 ? [] : [{ ...ends, evidence: one.evidence }]
    }),
  )
}

const uniqueNodes = (nodes: readonly GraphNode[]) => [...new Map(nodes.map((node) => [node.id, node])).values()]
