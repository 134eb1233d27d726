/** Every link, to be read line by line. */
import { TextLink } from '../../../../web/kit/link.tsx'
import type { GraphEdge, GraphNode } from '../../contract.ts'
import { KindMark } from '../kinds/kind-mark.tsx'
import { Evidence } from './evidence.tsx'
import { words } from './words.ts'

interface EdgeTableProps {
  nodes: readonly GraphNode[]
  edges: readonly GraphEdge[]
  /** What it names itself comes first. */
  centreId?: string
}

export function EdgeTable({ nodes, edges, centreId }: EdgeTableProps) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const { from, link, to, weight, quote } = words.table
  return (
    <div className="journey-table-frame" tabIndex={0} role="group" aria-label={words.asTable}>
      <table className="journey-table">
        <thead>
          <tr>
            {[from, link, to, weight, quote].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(edges, centreId).map((edge) => (
            <tr key={`${edge.source} ${edge.type} ${edge.target}`}>
              <td>
                <NodeName node={byId.get(edge.source)} />
              </td>
              <td>{words.edges[edge.type]}</td>
              <td>
                <NodeName node={byId.get(edge.target)} />
              </td>
              <td className="figures">{edge.type === 'ABOUT' && edge.weight}</td>
              <td className="journey-table-quote">
                {edge.evidence.slice(0, 1).map((evidence) => (
                  <Evidence key={evidence.sessionId} evidence={evidence} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the session itself names comes first, the strongest of it on top. */
function inOrder(edges: readonly GraphEdge[], centreId: string | undefined) {
  const isOwn = ({ source, target }: GraphEdge) => Number(source === centreId || target === centreId)
  return [...edges].sort((a, b) => isOwn(b) - isOwn(a) || b.weight - a.weight)
}

function NodeName({ node }: { node: GraphNode | undefined }) {
  if (!node) return null
  const { kind, label, ref } = node
  return (
    <span className="journey-node-name">
      <KindMark kind={kind} size={12} />
      <span className="visually-hidden">{words.nodeKinds[kind]}: </span>
      {kind === 'session' && ref !== null ? <TextLink to={`/journey/sessions/${ref}`}>{label}</TextLink> : label}
    </span>
  )
}
