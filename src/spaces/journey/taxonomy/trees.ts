/** The trees that the analyser names things by, as the taxonomy shows them. */
import { emotionFamilies, emotionLabels, familyOf } from '../analyser/emotions/names.ts'
import { domainOf, topicLabels } from '../analyser/topics/names.ts'
import type { NamedKind } from './contract.ts'

export { domainOf }

export const emotionTree = emotionFamilies.map((family) => ({
  family,
  labels: emotionLabels.filter((label) => familyOf(label) === family),
}))

/** Domain → leaves. */
export const topicTree: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  topicLabels,
  (label) => domainOf(label) ?? '',
)

const labelsOf: Record<NamedKind, ReadonlySet<string>> = {
  emotion: new Set(emotionLabels),
  topic: new Set(topicLabels),
}

export const isKnownLabel = (kind: NamedKind, label: string) => labelsOf[kind].has(label)
