/**
 * How a session stands in the graph: the person has it, it mentions what was found, and what was found is about the
 * topics of the same sentence. One node per person and normal form; feelings of others and absent ones stay out.
 */
import { z } from 'zod'
import { fromJson, type Reader } from '#core/db'
import type { GraphEdge, GraphNode, GraphSource } from '#core/graph'
import { journeyTables, type ElementRow, type SessionRow } from '../schema.ts'
import { findLivingSession, listLivingSessions, sessionOf } from './search-source.ts'
import { passagesOf } from '../elements/passages-of.ts'
import { isOwn, spansOf, traitsOf } from '../elements/stored-elements.ts'

const mostElements = 200
const Passage = z.object({ start: z.int(), end: z.int() })
type Passage = z.infer<typeof Passage>
const Passages = z.array(Passage)

export const sessionGraph: GraphSource = {
  touchedBy: sessionOf,
  async load(reader, id) {
    const session = await findLivingSession(reader, id)
    if (!session) return undefined
    const elements = (await readElements(reader, id)).filter(isOwn)
    const sentences = fromJson(Passages, session.passages)
    const placed = elements.map((row) => placeIn(sentences, row))
    const branches = elements.flatMap(branchOf)
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

export const sessionNodeId = (id: string) => `session:${id}`
const personNodeId = (owner: string) => `person:${owner}`

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

/** Named by the label that stands now, so that an edit moves the element to where it belongs. */
function nodeOf({ kind, label }: ElementRow): GraphNode {
  return { id: `${kind}:${label.toLowerCase()}`, kind, label, ref: null }
}

const hasSession = ({ id, owner }: SessionRow): GraphEdge => ({
  source: personNodeId(owner),
  target: sessionNodeId(id),
  type: 'HAS_SESSION',
  weight: 1,
  quote: null,
})

interface Placed {
  row: ElementRow
  node: GraphNode
  /** The numbers of the sentences that the element was read from. */
  passages: ReadonlySet<number>
  quote: string | null
}

function placeIn(sentences: readonly Passage[], row: ElementRow): Placed {
  const spans = spansOf(row)
  return { row, node: nodeOf(row), passages: passagesOf(spans, sentences), quote: spans[0]?.quote ?? null }
}

function mentions({ id }: SessionRow, { row, node, quote }: Placed): GraphEdge {
  return { source: sessionNodeId(id), target: node.id, type: 'MENTIONS', weight: row.confidence, quote }
}

/** Emotions hang on their family, topics on their domain. */
function branchOf(row: ElementRow): { node: GraphNode; edge: GraphEdge }[] {
  const { family, domain } = traitsOf(row)
  const [kind, label] = row.kind === 'emotion' ? (['family', family] as const) : (['domain', domain] as const)
  if (label === undefined) return []
  const node = { id: `${kind}:${label}`, kind, label, ref: null }
  return [{ node, edge: { source: nodeOf(row).id, target: node.id, type: 'IS_A', weight: 1, quote: null } }]
}

function aboutEdges(placed: readonly Placed[]): GraphEdge[] {
  const topics = placed.filter(({ row }) => row.kind === 'topic')
  const others = placed.filter(({ row }) => row.kind !== 'topic')
  return others.flatMap(({ node, passages, quote }) =>
    topics.flatMap((topic) => {
      const weight = passages.intersection(topic.passages).size
      return weight === 0 ? [] : [{ source: node.id, target: topic.node.id, type: 'ABOUT', weight, quote }]
    }),
  )
}

const uniqueNodes = (nodes: readonly GraphNode[]) => [...new Map(nodes.map((node) => [node.id, node])).values()]

const uniqueEdges = (edges: readonly GraphEdge[]) => [
  ...new Map(edges.map((edge) => [JSON.stringify([edge.source, edge.target, edge.type]), edge])).values(),
]
