/** Finds what a person came to see: a cue of realisation and the proposition that follows it. */
import type { InsightFinding } from '../findings.ts'
import { tellSort } from './insight-sort.ts'
import { general, proposition } from './insight-words.ts'
import { type Proposal, proposeElements, readStatement, rule } from './rules.ts'
import type { Sentence } from '../text/sentence.ts'

const adverbs =
  '(?:(?:just|finally|now|also|really|suddenly|then|recently|only|slowly|always|quickly|kind of|am|have|had|was|can|could) )*'
/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /reali[sz]|learn|underst|notice|discover|figur|recogni|conclu|found (?:out|that)|see|know|get|hit|struck|dawn|occur|clear|epiphany|insight|revelation|breakthrough|aha|looking back|hindsight|retrospect|reflection|turns out|lesson|takeaway|truth|reason|problem|click|sense|come to|came to|help|t(?:aught|each)|remind|show|accept|think about it/u

const rules = [
  rule(`i (?:finally|now) (?:can |finally )?(?:understand|see|know|get|realize|realise) ${proposition}`, 0.8),
  rule(
    `i ${adverbs}(?:realize|realise|realized|realised|recognise|recognize|recognized|recognised|discovered|figured out|understood|learned|learnt|concluded|noticed|notice|found(?= that))(?: to (?:see|accept|understand|realize|realise))? ${proposition}`,
    0.75,
  ),
  rule(
    `i (?:have |had )?(?:come|came) to (?:realize|realise|see|understand|accept|believe|terms with|learn|the conclusion|the realization) ${proposition}`,
    0.85,
  ),
  rule(
    `i (?:am |have been )?(?:(?:starting|beginning|started|began|learning|slowly) )+(?:to )?(?:realize|realise|see|understand|notice|accept|recognize|learn|realizing) ${proposition}`,
    0.8,
  ),
  rule(`i (?:am|have been) (?:still |slowly |just |also |finally )*learning (?=that )${proposition}`, 0.75),
  rule(
    `[a-z]+ (?:has |have |really |just |finally )*(?:made|makes|helped|taught|reminded|showed|shown|teaches|reminds) me (?:to )?(?:realize|realise|see|understand|how|that|remember|notice|recognize) ${proposition}`,
    0.7,
  ),
  rule(`it (?:has )?(?:suddenly |finally |then )*(?:became|become) clear(?: to me)?(?: now)? ${proposition}`, 0.85),
  rule(
    `it (?:just |suddenly |finally |then )*(?:hit|struck|dawned on|occurred to|has dawned on|is clear to) me(?: now)? ${proposition}`,
    0.85,
  ),
  rule(`(?:now|today|finally) i (?:can |finally |also )*(?:see|understand|know|realize|get) ${proposition}`, 0.75),
  rule(`i (?:can |finally )*(?:see|understand|know) now ${proposition}`, 0.75),
  rule(
    `i had an? (?:epiphany|realization|insight|revelation|breakthrough|aha moment) ?(?:that|:|,|about)? ?(?<what>[a-z]*)`,
    0.8,
  ),
  rule(
    `(?:looking back|in hindsight|in retrospect|on reflection|the more i think about it)(?: on (?:it|this|that))? ,? ?(?<what>i|it|my|the|that|we|this|maybe|there)\\b`,
    0.7,
  ),
  rule(`(?:it )?turns out (?:that )?(?<what>i|my|what|it is|it was|the reason|being|${general})\\b`, 0.6),
  rule(
    `(?:the|my|one|a|another) (?:big |biggest |main |important |most important |valuable |real |first )*(?:lesson|realization|insight|takeaway|truth|thing i learned|thing i have learned)(?: (?:here|today|from this|i learned|i have learned|for me))*(?: is| was| :) (?:that )?(?!(?:at|on|over|cancelled|canceled|good|great|fun|long|hard|boring|about|short)\\b)(?<what>[a-z]+)`,
    0.8,
  ),
  rule(
    `what i (?:have )?(?:learned|realized|discovered|noticed)(?: (?:today|is|from this|was|recently|about myself))+ (?:that )?(?<what>[a-z]+)`,
    0.8,
  ),
  rule(
    `(?:the )?(?:real |actual |true )?(?:reason|problem) (?:why )?(?:i|behind|for|is not|was not)(?: [a-z]+){0,7} (?:is|was) (?:that|because|not|actually|my) (?<what>[a-z]+)`,
    0.65,
  ),
  rule(
    `i (?:have )?(?:noticed|notice) (?:a pattern|the pattern|that (?:i|when|whenever|every time|my))(?: that| of|:)? ?(?<what>[a-z]*)`,
    0.8,
  ),
  rule(
    `i did not (?:realize|know|understand|notice) (?:until (?:now|today|then) )?(?<what>how (?:much|important|badly|deeply|hard|lonely|tired|angry|little))`,
    0.65,
  ),
  rule(`it (?:all |finally |suddenly )*(?:clicked|makes sense now|made sense)(?<what>)`, 0.6),
]

const trivial =
  /^how to |^the (?!pattern|truth|reason|way|importance|value|power|beauty)[a-z]+(?: (?:of|on|in|at|near|by)\b| ?$| \.)|^(?:i|we|it|my [a-z]+|the [a-z]+|that|he|she|they|there) (?:(?:had|have|was|were|is|would|had already) )*(?:forgot|forgotten|left|lost|late|out of|missing|ran out|run out|raining|closed|about to|almost|locked|driving|supposed|already|still)\b/u
const otherMinds = /\b(?:if|whether|until|before|when|once|wish|hope|hoping|not|never|did|does|do|should) $/u

export function readInsights(sentence: Sentence): InsightFinding[] {
  if (sentence.isQuestion || !cue.test(sentence.normal)) return []
  return proposeElements(sentence, rules)
    .filter((proposal) => !isTrivial(proposal) && !isHypothetical(proposal))
    .slice(0, 1)
    .flatMap((proposal) => readStatement(proposal, 'thought'))
    .map(({ said, what, ...stated }) => ({ kind: 'insight', ...stated, insight: { sort: tellSort(said, what) } }))
}

/** "I realized I forgot my keys" is news, not an insight. */
function isTrivial({ sentence, match }: Proposal): boolean {
  const start = match.indices?.groups?.['what']?.[0] ?? match.index
  return trivial.test(sentence.normal.slice(start))
}

function isHypothetical({ sentence, match }: Proposal): boolean {
  return otherMinds.test(sentence.normal.slice(0, match.index))
}
