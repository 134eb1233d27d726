/** Finds beliefs, challenges, insights and actions, sentence by sentence. Patterns read sentences, never whole texts. */
import type { ElementFinding, Passage } from '../findings.ts'
import type { Word } from '../text/words.ts'
import { readActions } from './actions.ts'
import { readBeliefs } from './beliefs.ts'
import { readChallenges } from './challenges.ts'
import { readInsights } from './insights.ts'
import { readSentence } from './sentence.ts'

/** Fewer words say nothing to act on or believe. */
const shortestSentence = 3

/** No sentence has more words than this that would be worth reading as one. */
const longestSentence = 250

export function readElements(text: string, passage: Passage, words: readonly Word[]): ElementFinding[] {
  if (words.length < shortestSentence || words.length > longestSentence) return []
  const sentence = readSentence(text, passage, words)
  return [readActions, readInsights, readBeliefs, readChallenges].flatMap((read) => dropContained(read(sentence)))
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

/** Joins findings of the same kind and words, and ranks them. */
export function mergeElements(findings: readonly ElementFinding[]): ElementFinding[] {
  const groups = Map.groupBy(findings, ({ kind, label }) => `${kind} ${label.toLowerCase()}`)
  return [...groups.values()]
    .flatMap(joinGroup)
    .sort((left, right) => right.score - left.score || compareStart(left, right))
}

function joinGroup(group: readonly ElementFinding[]): ElementFinding[] {
  const first = group[0]
  return first ? [{ ...first, spans: group.flatMap(({ spans }) => spans) }] : []
}

function compareStart(left: ElementFinding, right: ElementFinding): number {
  return (left.spans[0]?.start ?? 0) - (right.spans[0]?.start ?? 0) || (left.kind < right.kind ? -1 : 1)
}
