/**
 * What of a neighbourhood is drawn: the session in the middle, what it names, the families and areas of that, and other
 * sessions that name the same. What only other sessions name is left out, and so is the person, on whom everything hangs.
 */
import type { GraphEdge, GraphNode } from '../../contract.ts'

export interface Neighbourhood {
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
}

export interface Picture {
  centre: GraphNode
  /** In order around the circle: one kind after the other, the strongest of each first. */
  around: readonly GraphNode[]
  edges: readonly GraphEdge[]
  /** How many nodes hang together with the session, drawn or not. */
  all: number
}

/** Clockwise from the top; feelings and topics face each other, other sessions lie at the foot. */
const circle = [
  'emotion',
  'family',
  'challenge',
  'belief',
  'session',
  'insight',
  'action',
  'domain',
  'topic',
] satisfies GraphNode['kind'][]

const reachesFurther: ReadonlySet<GraphNode['kind']> = new Set(['session', 'family', 'domain'])

export function pictureOf({ nodes, edges }: Neighbourhood, sessionId: string, most: number): Picture | undefined {
  const centre = nodes.find((node) => node.kind === 'session' && node.ref === sessionId)
  if (!centre) return undefined
  const named = companyOf(centre.id, edges)
  const things = nodes.filter(({ id, kind }) => kind !== 'person' && (named.has(id) || reachesFurther.has(kind)))
  const whole = hangingTogether({ nodes: things, edges }, centre)
  const strength = strengthsOf(whole.edges)
  const strongest = whole.nodes
    .filter((node) => node !== centre)
    .sort((a, b) => (strength.get(b.id) ?? 0) - (strength.get(a.id) ?? 0) || compare(a, b))
    .slice(0, most)
  const drawn = hangingTogether({ nodes: [centre, ...strongest], edges: whole.edges }, centre)
  return {
    centre,
    around: circle.flatMap((kind) => strongest.filter((node) => node.kind === kind && drawn.nodes.includes(node))),
    edges: drawn.edges,
    all: whole.nodes.length - 1,
  }
}

/** The ids that an edge joins with this node, and the node itself. */
export function companyOf(id: string, edges: readonly GraphEdge[]): ReadonlySet<string> {
  return new Set([id, ...edges.flatMap(({ source, target }) => (source === id ? target : target === id ? source : []))])
}

/** The part that can be reached from the centre, with the edges inside of it. */
function hangingTogether({ nodes, edges }: Neighbourhood, centre: GraphNode): Neighbourhood {
  const known = new Set(nodes.map(({ id }) => id))
  const inside = edges.filter(({ source, target }) => known.has(source) && known.has(target))
  const links = new Map<string, string[]>()
  const link = (from: string, to: string) => void links.set(from, [...(links.get(from) ?? []), to])
  for (const { source, target } of inside) {
    link(source, target)
    link(target, source)
  }
  const reached = new Set([centre.id])
  for (const id of reached) for (const next of links.get(id) ?? []) reached.add(next)
  return {
    nodes: nodes.filter(({ id }) => reached.has(id)),
    edges: inside.filter(({ source }) => reached.has(source)),
  }
}

function strengthsOf(edges: readonly GraphEdge[]) {
  const strengths = new Map<string, number>()
  const add = (id: string, weight: number) => void strengths.set(id, (strengths.get(id) ?? 0) + weight)
  for (const { source, target, weight } of edges) {
    add(source, weight)
    add(target, weight)
  }
  return strengths
}

const compare = (a: GraphNode, b: GraphNode) => a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1)
