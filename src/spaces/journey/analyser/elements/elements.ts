/** Finds beliefs, challenges, insights and actions, sentence by sentence. Patterns read sentences, never whole texts. */
import type { ElementFinding } from '../findings.ts'
import { readActions } from './actions.ts'
import { readBeliefs } from './beliefs.ts'
import { readChallenges } from './challenges.ts'
import { readInsights } from './insights.ts'
import type { Sentence } from '../text/sentence.ts'

export function readElements(sentence: Sentence, day: string | undefined): ElementFinding[] {
  const actions = readActions(sentence, day)
  return [actions, readInsights(sentence), readBeliefs(sentence), readChallenges(sentence)].flatMap(dropContained)
}

/** Of two findings in the same words, the wider one says more. */
function dropContained(findings: readonly ElementFinding[]): ElementFinding[] {
  return findings.filter((finding) => !findings.some((other) => other !== finding && contains(other, finding)))
}

function contains(outer: ElementFinding, inner: ElementFinding): boolean {
  const wide = outer.spans[0]
  const narrow = inner.spans[0]
  if (!wide || !narrow) return false
  const isInside = wide.start <= narrow.start && narrow.end <= wide.end
  return isInside && wide.end - wide.start > narrow.end - narrow.start
}

/** Joins findings of the same kind that say the same or are called the same, and ranks them. */
export function mergeElements(findings: readonly ElementFinding[]): ElementFinding[] {
  const said = joinBy(findings, wordsOf)
  return joinBy(said, ({ label }) => label).sort((left, right) => right.score - left.score || compareStart(left, right))
}

const wordsOf = (finding: ElementFinding) =>
  (finding.kind === 'challenge' ? finding.challenge.words : undefined) ?? finding.label

function joinBy(findings: readonly ElementFinding[], nameOf: (finding: ElementFinding) => string): ElementFinding[] {
  const groups = Map.groupBy(findings, (finding) => `${finding.kind} ${nameOf(finding).toLowerCase()}`)
  return [...groups.values()].flatMap(joinGroup)
}

function joinGroup(group: readonly ElementFinding[]): ElementFinding[] {
  const first = group[0]
  return first ? [{ ...first, spans: group.flatMap(({ spans }) => spans) }] : []
}

function compareStart(left: ElementFinding, right: ElementFinding): number {
  return (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0) || (left.kind < right.kind ? -1 : 1)
}
