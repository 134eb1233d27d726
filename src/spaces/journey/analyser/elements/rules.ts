/** A rule is a pattern over a normalised sentence; its group `what` is what the person's words are about. */
import type { ElementFinding, ElementKind, Passage } from '../findings.ts'
import type { Sentence } from './sentence.ts'
import { toSpan } from './sentence.ts'

export interface ElementRule {
  readonly pattern: RegExp
  /** How sure a hit is, from 0 to 1. */
  readonly score: number
}

export interface Proposal {
  readonly sentence: Sentence
  readonly match: RegExpExecArray
  readonly score: number
}

const longestLabel = 120

/** Where a finding ends: an action with its clause, a thought with the whole sentence. */
const clauseEnd =
  / ?[.!?;:…—–("”\n]| , (?:and|but|so|because|which|i|he|she|they|we|it) | (?:but|because|although) | (?:and|so) (?:i|he|she|they|we|it) /u
const thoughtEnd = / ?[.!?;…"”\n]| , (?:but|so) | but (?:i|he|she|they|we|it) /u

/** Builds a rule; blanks in the source divide words, and `what` has to be a named group. */
export function rule(source: string, score = 0.7): ElementRule {
  return { pattern: new RegExp(`(?<![\\w'])${source}`, 'dgu'), score }
}

/** Returns the hits of the rules that do not overlap, those of earlier rules first. */
export function proposeElements(sentence: Sentence, rules: readonly ElementRule[]): Proposal[] {
  const proposals: Proposal[] = []
  for (const { pattern, score } of rules) {
    for (const match of sentence.normal.matchAll(pattern)) {
      if (!proposals.some((other) => overlaps(other.match, match))) proposals.push({ sentence, match, score })
    }
  }
  return proposals
}

function overlaps(left: RegExpExecArray, right: RegExpExecArray): boolean {
  return left.index < right.index + right[0].length && right.index < left.index + left[0].length
}

/** Turns a proposal into a finding: the span starts at the hit, the label is the person's words for `what`. */
export function describeElement(kind: ElementKind, { sentence, match, score }: Proposal): ElementFinding[] {
  const end = findEnd(kind, sentence.normal, match.index + match[0].length)
  const [said, close] = match.indices?.groups?.['what'] ?? [match.index, match.index]
  const whatStart = said < close ? said : match.index
  const place = sentence.locate(match.index, end)
  const what = sentence.locate(whatStart, end)
  if (!place || !what) return []
  return [{ kind, label: writeLabel(sentence.text, what), score, spans: [toSpan(sentence, place)] }]
}

function findEnd(kind: ElementKind, normal: string, from: number): number {
  return kind === 'action' || kind === 'challenge' ? endOf(clauseEnd, normal, from) : endOf(thoughtEnd, normal, from)
}

export const findClauseEnd = (normal: string, from: number): number => endOf(clauseEnd, normal, from)

function endOf(pattern: RegExp, normal: string, from: number): number {
  const end = normal.slice(from).search(pattern)
  return end < 0 ? normal.length : from + end
}

/** The person's own words at a place, on one line and not too long. */
export function writeLabel(text: string, place: Passage): string {
  const words = text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim()
  if (words.length <= longestLabel) return words
  const cut = words.slice(0, longestLabel - 1)
  const blank = cut.lastIndexOf(' ')
  const whole = blank > longestLabel / 2 ? cut.slice(0, blank) : cut
  return `${whole.replace(/[\uD800-\uDBFF]$/u, '')}…`
}
