/**
 * Which action a follow-up is about. A move needs one action whose words are all said and none besides; everything that
 * is only alike is asked about, because a wrong "done" costs more trust than a question. Pure.
 */
import type { FollowUp } from '../../analyser/findings.ts'
import { contentOf } from '../intention.ts'

export interface Candidate {
  id: string
  title: string
  polarity: string
  /** What is done again and again is not done by being done once. */
  recurrence: string | null
}

export type Match =
  | { kind: 'clear'; id: string }
  /** Likeliest first. */
  | { kind: 'unsure'; ids: string[] }
  | { kind: 'none' }

/** One word alone, such as "call", may stand for many acts. */
const fewestShared = 2
/** Beyond that many, the words are too general to ask about. */
const mostCandidates = 4
/** How much of the words of both must be the same for a question: "call my mother" is not "call my sister". */
const leastLikeness = 0.5
/** To try is not to do. */
const attempt = /^(?:try|attempt)\b/u

export function matchFollowUp(
  { what, verdict }: Pick<FollowUp, 'what' | 'verdict'>,
  candidates: readonly Candidate[],
): Match {
  const said = contentOf(what)
  const alike = candidates
    .map((candidate) => compare(said, candidate))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.candidate.id < b.candidate.id ? -1 : 1))
  const [first, ...others] = alike
  if (!first) return { kind: 'none' }
  const isAlone = others.every(({ shared }) => shared < first.shared)
  const isClear = isSame(first) && isAlone && isPlain(first.candidate, verdict) && !attempt.test(what)
  if (isClear) return { kind: 'clear', id: first.candidate.id }
  if (alike.length > mostCandidates) return { kind: 'none' }
  return { kind: 'unsure', ids: alike.map(({ candidate }) => candidate.id) }
}

interface Likeness {
  candidate: Candidate
  shared: number
  /** The shared words among all words of both. */
  likeness: number
}

function compare(said: ReadonlySet<string>, candidate: Candidate): Likeness {
  const meant = contentOf(candidate.title)
  const shared = said.intersection(meant).size
  return { candidate, shared, likeness: shared / said.union(meant).size }
}

const isSame = ({ shared, likeness }: Likeness) => likeness === 1 && shared >= fewestShared

/** Not doing something, or doing it again and again, has no day on which it is done. */
const isPlain = ({ polarity, recurrence }: Candidate, verdict: FollowUp['verdict']) =>
  verdict !== 'done' || (polarity === 'do' && recurrence === null)
