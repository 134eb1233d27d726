/** Every sentence of the graph pages, in English. */
import type { GraphEdge, GraphKind } from '../../contract.ts'

const numbers = new Intl.NumberFormat()
const count = (figure: number, one: string, many: string) => `${numbers.format(figure)} ${figure === 1 ? one : many}`

const nodeKinds: Record<GraphKind, string> = {
  emotion: 'Emotion',
  topic: 'Topic',
  belief: 'Belief',
  challenge: 'Challenge',
  insight: 'Insight',
  action: 'Action',
  person: 'Person',
  session: 'Session',
  domain: 'Area of life',
  family: 'Family of feelings',
  valence: 'Pleasant or not',
}

/** From the source to the target. */
const edges: Record<GraphEdge['type'], string> = {
  HAS_SESSION: 'has',
  MENTIONS: 'mentions',
  ABOUT: 'is about',
  IS_A: 'is part of',
  NEXT: 'comes before',
  LEADS_TO: 'leads to',
  FOLLOWS_UP: 'follows up',
  REVISES: 'revises',
}

/** From the target to the source. */
const backwards: Record<GraphEdge['type'], string> = {
  HAS_SESSION: 'belongs to',
  MENTIONS: 'is mentioned in',
  ABOUT: 'comes up with',
  IS_A: 'holds',
  NEXT: 'comes after',
  LEADS_TO: 'follows from',
  FOLLOWS_UP: 'is followed up by',
  REVISES: 'is revised by',
}

export const words = {
  back: 'Back to the session',
  title: (session: string) => `What “${session}” is connected with`,
  lead: 'Everything named in this session, and other sessions that name it too. Choose a shape to see where it was said.',
  picture: 'Picture of the connections',
  asTable: 'Show as table',
  asPicture: 'Show as picture',
  cut: (shown: number, all: number) =>
    `The strongest ${numbers.format(shown)} of ${numbers.format(all)} are drawn; the table has them all.`,
  serverCut: 'There is more around this session than fits here.',
  empty: 'Nothing is connected with this session yet.',
  nodeKinds,
  edges,
  legend: 'Shapes',
  selected: 'Chosen',
  connected: 'Connected with',
  quotes: 'Where it was said',
  open: 'Open this session',
  thisSession: 'This session',
  choose: 'Choose a shape to see its quotes and links.',
  table: { from: 'From', link: 'Link', to: 'To', weight: 'Times', quote: 'Quote' },
  node: (kind: string, label: string, links: number) => `${kind}: ${label}, ${count(links, 'link', 'links')}`,
  clear: 'Show everything',
  whole: {
    title: 'Graph',
    lead: 'Everything that was found, and how it hangs together. Choose a node to read what stands behind its links.',
    picture: (figure: number) => `Picture of ${count(figure, 'node', 'nodes')}; the table holds the same in words`,
    walk: 'Nodes of the picture: arrow keys go along the links, Home to the one named most, Escape shows everything',
    kinds: 'Kinds',
    time: 'Time',
    from: 'From',
    to: 'To',
    search: 'Find a node',
    hits: (figure: number) => count(figure, 'node found', 'nodes found'),
    noHit: 'No node is called that.',
    zoomIn: 'Closer',
    zoomOut: 'Further away',
    named: (figure: number) => `Named in ${count(figure, 'session', 'sessions')}`,
    noGraphics: 'Your browser cannot draw this picture, so here is everything as a table.',
    none: 'Nothing of these kinds was found in this time.',
    cut: 'The nodes that are named most are shown, evenly over the kinds. Fewer kinds or a shorter time show more of them.',
    empty: 'Nothing is connected yet',
    emptyText: 'Once you have written something, you see here how feelings, topics and insights hang together.',
    write: 'Write a reflection',
    backwards,
  },
} as const
