/** What a thing is a kind of: a feeling is one of its family, a family is pleasant or not, a topic is of its domain. */
import type { Evidence, GraphEdge, GraphNode } from '#core/graph'
import type { ElementTraits } from '../contract.ts'
import { valenceOfFamily } from '../analyser/emotions/core-affect.ts'
import { isEmotionFamily } from '../analyser/emotions/names.ts'
import { wordNodeId } from './node-ids.ts'

interface Branch {
  node: GraphNode
  edge: GraphEdge
}

export function branchesOf({ id, kind }: GraphNode, { family, domain }: ElementTraits, evidence: Evidence): Branch[] {
  if (kind === 'topic') return climb(id, [{ kind: 'domain', label: domain }], evidence)
  if (kind !== 'emotion') return []
  const side = family !== undefined && isEmotionFamily(family) ? valenceOfFamily(family) : undefined
  const steps = [
    { kind: 'family', label: family },
    { kind: 'valence', label: side },
  ]
  return climb(id, steps, evidence)
}

/** From each step to the next, as far as they are known. */
function climb(from: string, steps: readonly { kind: string; label: string | undefined }[], evidence: Evidence) {
  const branches: Branch[] = []
  let source = from
  for (const { kind, label } of steps) {
    if (label === undefined) break
    const node = { id: wordNodeId(kind, label), kind, label, ref: null }
    branches.push({ node, edge: { source, target: node.id, type: 'IS_A', weight: 1, evidence } })
    source = node.id
  }
  return branches
}
