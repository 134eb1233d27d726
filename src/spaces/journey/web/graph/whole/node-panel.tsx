/** The node that was chosen: each edge in words, with the quotes behind it, which lead to their place in the session. */
import { TextLink } from '../../../../../web/kit/link.tsx'
import { Problem } from '../../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../../web/kit/skeleton-lines.tsx'
import type { GraphEdge, GraphNode } from '../../../contract.ts'
import { KindMark } from '../../kinds/kind-mark.tsx'
import { Evidence } from '../evidence.tsx'
import { words } from '../words.ts'
import type { Asked } from './asked.ts'
import type { Drawing } from './figure.ts'
import { useNodeLinks } from './queries.ts'

interface NodePanelProps {
  asked: Asked
  selectedId: string | undefined
  select: (id: string | undefined) => void
}

export function NodePanel({ asked, selectedId, select }: NodePanelProps) {
  return (
    <section
      className="journey-details whole-graph-panel"
      data-chosen={selectedId !== undefined}
      aria-live="polite"
      aria-label={words.selected}
    >
      {selectedId === undefined ? (
        <p className="quiet">{words.choose}</p>
      ) : (
        <Chosen asked={asked} selectedId={selectedId} select={select} />
      )}
    </section>
  )
}

function Chosen({ asked, selectedId, select }: NodePanelProps & { selectedId: string }) {
  const { data, error, refetch } = useNodeLinks(selectedId, asked)
  const selected = data?.nodes.find(({ id }) => id === selectedId)
  return (
    <>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={5} />}
      {selected && <Heading node={selected} />}
      {data && selected && <Edges drawing={data} selected={selected} select={select} />}
      <button type="button" className="journey-fold" onClick={() => select(undefined)}>
        {words.clear}
      </button>
    </>
  )
}

function Heading({ node: { kind, label, times, ref } }: { node: GraphNode }) {
  return (
    <>
      <p className="quiet journey-details-kind">
        <KindMark kind={kind} />
        {words.nodeKinds[kind]}
      </p>
      <h2>{label}</h2>
      {ref === null ? (
        <p className="quiet">{words.whole.named(times)}</p>
      ) : (
        <TextLink to={`/journey/sessions/${ref}`}>{words.open}</TextLink>
      )}
    </>
  )
}

interface EdgesProps {
  drawing: Drawing
  selected: GraphNode
  select: (id: string) => void
}

/** The heaviest first, what somebody said before what follows from it. */
function Edges({ drawing, selected, select }: EdgesProps) {
  const byId = new Map(drawing.nodes.map((node) => [node.id, node]))
  const touching = drawing.edges.filter(({ source, target }) => source === selected.id || target === selected.id)
  const hasWords = ({ evidence }: GraphEdge) => Number(evidence.some(({ quote }) => quote !== null))
  return (
    <ul className="whole-graph-edges">
      {touching
        .toSorted((a, b) => hasWords(b) - hasWords(a))
        .map((edge) => (
          <li key={`${edge.source} ${edge.type} ${edge.target}`}>
            <EdgeInWords edge={edge} selected={selected} byId={byId} select={select} />
          </li>
        ))}
    </ul>
  )
}

interface EdgeInWordsProps {
  edge: GraphEdge
  selected: GraphNode
  byId: ReadonlyMap<string, GraphNode>
  select: (id: string) => void
}

function EdgeInWords({ edge, selected, byId, select }: EdgeInWordsProps) {
  const isFrom = edge.source === selected.id
  const other = byId.get(isFrom ? edge.target : edge.source)
  if (!other) return null
  const button = (
    <button type="button" className="whole-graph-end" onClick={() => select(other.id)}>
      <KindMark kind={other.kind} size={12} />
      {other.label}
    </button>
  )
  return (
    <>
      <p className="whole-graph-sentence">
        {isFrom ? words.edges[edge.type] : words.whole.backwards[edge.type]} {button}
      </p>
      {edge.evidence.map((evidence) => (
        <Evidence key={`${evidence.sessionId} ${evidence.place}`} evidence={evidence} />
      ))}
    </>
  )
}
