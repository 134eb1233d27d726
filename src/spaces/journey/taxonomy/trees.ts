/** The trees that the analyser names things by, as the taxonomy shows them. */
import { coreAffectOf } from '../analyser/emotions/core-affect.ts'
import { crosswalks } from '../analyser/emotions/crosswalks.ts'
import { emotionFamilies, type EmotionLabel, emotionLabels, familyOf } from '../analyser/emotions/names.ts'
import { emotionSystemSchema } from '../analyser/findings.ts'
import { domainOf, topicLabels } from '../analyser/topics/names.ts'
import type { Feeling, NamedKind } from './contract.ts'

export { domainOf }

export const emotionTree = emotionFamilies.map((family) => ({
  family,
  leaves: emotionLabels.filter((label) => familyOf(label) === family).map(describeFeeling),
}))

function describeFeeling(label: EmotionLabel): Feeling {
  const elsewhere = emotionSystemSchema.options.map((system) => ({
    system,
    names: [...crosswalks[system].namesOf(label)],
  }))
  return { label, affect: coreAffectOf(label), elsewhere }
}

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
