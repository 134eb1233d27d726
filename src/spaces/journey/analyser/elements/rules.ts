/** A rule is a pattern over a normalised sentence; its group `what` is what the person's words are about. */
import type { Passage, Span } from '../findings.ts'
import { createGlance } from '../text/needed-strings.ts'
import { type Sentence, toSpan } from '../text/sentence.ts'

export interface ElementRule {
  readonly pattern: RegExp
  /** Whether a sentence can match at all. */
  readonly glance: (normal: string) => boolean
  /** How sure a hit is, from 0 to 1. */
  readonly score: number
}

export interface Proposal<Rule extends ElementRule = ElementRule> {
  readonly sentence: Sentence
  readonly match: RegExpExecArray
  readonly rule: Rule
}

const longestLabel = 120

/** Where a statement ends: what is done or hard with its clause, a thought with the whole sentence. */
const endings = {
  clause:
    / ?[.!?;:…—–("”\n]| , (?:and|but|so|because|which|i|he|she|they|we|it) | (?:but|because|although) | (?:and|so) (?:i|he|she|they|we|it) /u,
  thought: / ?[.!?;…"”\n]| , (?:but|so) | but (?:i|he|she|they|we|it|now|today|that|this) /u,
}
type Ending = keyof typeof endings

/** Builds a rule; blanks in the source divide words, and `what` has to be a named group. */
export function rule(source: string, score = 0.7): ElementRule {
  const pattern = new RegExp(`(?<![\\w'])${source}`, 'dgu')
  return { pattern, glance: createGlance(pattern), score }
}

/** Returns the hits of the rules that do not overlap, those of earlier rules first. */
export function proposeElements<Rule extends ElementRule>(
  sentence: Sentence,
  rules: readonly Rule[],
): Proposal<Rule>[] {
  const proposals: Proposal<Rule>[] = []
  for (const rule of rules) {
    if (!rule.glance(sentence.normal)) continue
    for (const match of sentence.normal.matchAll(rule.pattern)) {
      if (!proposals.some((other) => overlaps(other.match, match))) proposals.push({ sentence, match, rule })
    }
  }
  return proposals
}

function overlaps(left: RegExpExecArray, right: RegExpExecArray): boolean {
  return left.index < right.index + right[0].length && right.index < left.index + left[0].length
}

/** What a person states: their words, where they stand, and the normalised words that matched. */
interface Statement {
  readonly label: string
  readonly score: number
  readonly spans: Span[]
  readonly said: string
  /** The part of `said` that the label shows. */
  readonly what: string
}

/** Reads what a proposal states: the span starts at the hit, the label is the person's words for `what`. */
export function readStatement({ sentence, match, rule: { score } }: Proposal, ending: Ending): Statement[] {
  const end = findEnd(sentence.normal, match.index + match[0].length, ending)
  const [from, close] = match.indices?.groups?.['what'] ?? [match.index, match.index]
  const whatStart = from < close ? from : match.index
  const place = sentence.locate(match.index, end)
  const shown = sentence.locate(whatStart, end)
  if (!place || !shown) return []
  const label = writeLabel(sentence.text, shown)
  const { normal } = sentence
  const words = { said: normal.slice(match.index, end), what: normal.slice(whatStart, end) }
  return [{ label, score, spans: [toSpan(sentence, place)], ...words }]
}

/** Where the statement ends that stands at a place of a normalised sentence. */
export function findEnd(normal: string, from: number, ending: Ending): number {
  const end = normal.slice(from).search(endings[ending])
  return end < 0 ? normal.length : from + end
}

/** The person's own words at a place, on one line and not too long. */
export function writeLabel(text: string, place: Passage): string {
  return shortenLabel(trimTail(text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim()))
}

export function shortenLabel(words: string): string {
  if (words.length <= longestLabel) return words
  const cut = words.slice(0, longestLabel - 1)
  const blank = cut.lastIndexOf(' ')
  const whole = blank > longestLabel / 2 ? cut.slice(0, blank) : cut
  return `${whole.replace(/[\uD800-\uDBFF]$/u, '')}…`
}

/** Words that lead on to what is no longer there, or that only fill, do not end a label. */
const tail =
  /[\s,;:–—-]+(?:and|but|or|because|which|although|(?:even )?though|anyway|you know|i guess|i mean|lol|haha|tbh)$/iu

function trimTail(words: string): string {
  const shorter = words.replace(tail, '')
  return shorter === words || shorter === '' ? words : trimTail(shorter)
}
