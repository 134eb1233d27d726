/**
 * Finds what a person says of things meant before: done, begun, not done, dropped. Only claims of the person's own
 * acts: what others did, what might be, what is asked, done by habit or long ago says nothing of a plan.
 */
import type { FollowUp } from '../findings.ts'
import { findEnd, writeLabel } from '../elements/rules.ts'
import { type Sentence, toSpan } from '../text/sentence.ts'
import { actOf, isAct } from '../text/acts.ts'
import { type FollowUpRule, followUpRules } from './rules.ts'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /\b(?:i|we|have|did|not|decided|managed|started|began|forgot|failed|finally|gave|changed|made|put|still|never|at last|eventually|actually|already|got)\b/u

const longestWhat = 120

const others =
  /\b(?:said|says|told|tells|asked|asks|thinks?|thought|believes?|claims?|wish|wished|imagine|suppose|pretend(?:ed)?|lied|joked|dreamed|dreamt|if|unless|whether|in case|would|could|as though|when|whenever|every time|what|why|how|until|before|after|while|because of what|where|who|which|things?|everything|nothing|the [a-z]+ that)(?: [a-z']+){0,3} ?,? ?(?:that )?$/u

const longAgo =
  /\b(?:as a (?:child|kid|boy|girl|teenager|student)|when (?:i|we) (?:was|were|lived|grew)|years? ago|back then|in those days|used to|growing up|in (?:college|school|high school|my (?:teens|twenties|thirties|youth|childhood))|in (?:19|20)\d\d|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|months|decades) ago|last (?:year|summer|winter)|once upon|in the past|before (?:i|we) (?:met|married|moved)|ever since)\b/u

const habit =
  /\b(?:always|usually|often|normally|typically|sometimes|whenever|every time|tend|constantly|all the time|rarely|seldom|most days|a lot|hardly ever)\b/u

const emptyThing =
  /^(?:it|that|this|so|them|nothing|anything|something|things|what|not|well|badly|fine|better)?(?: (?:all|again|anyway|though|either|too|well|badly|today|yesterday|now|yet))*$/u
/** Verbs that say nothing without a thing. */
const pointers = new Set(['do', 'have', 'get', 'make', 'go'])

export function readFollowUps(sentence: Sentence): FollowUp[] {
  const { normal } = sentence
  if (sentence.isQuestion || !cue.test(normal) || habit.test(normal)) return []
  const found: { from: number; to: number; followUp: FollowUp }[] = []
  for (const rule of followUpRules) {
    if (!rule.glance(normal)) continue
    for (const match of normal.matchAll(rule.pattern)) {
      const place = placeOf(sentence, rule, match)
      const isTaken = place && found.some(({ from, to }) => from < place.to && place.from < to)
      if (place && !isTaken) found.push(...describe(sentence, rule, place))
    }
  }
  return found.sort((left, right) => left.from - right.from).map(({ followUp }) => followUp)
}

interface Place {
  readonly from: number
  /** Where the words for the act or the thing start. */
  readonly said: number
  readonly to: number
  readonly word: string | undefined
}

function placeOf({ normal }: Sentence, rule: FollowUpRule, match: RegExpExecArray): Place | undefined {
  const word = match.groups?.['act']
  const said = startOf(match, word === undefined ? 'thing' : 'act')
  const isFitting = word === undefined || rule.forms.some((form) => isAct(word, form))
  if (!isFitting || isOfOthers(normal.slice(0, match.index))) return undefined
  if (longAgo.test(normal) && rule.verdict !== 'dropped') return undefined
  return { from: match.index, said, to: findEnd(normal, said, 'clause'), word }
}

function startOf(match: RegExpExecArray, group: string): number {
  const [start = match.index] = match.indices?.groups?.[group] ?? []
  return start
}

/** Also what stands in quotation marks is not said by the person. */
function isOfOthers(before: string): boolean {
  return others.test(before) || [...before.matchAll(/["“”]/gu)].length % 2 === 1
}

function describe(sentence: Sentence, { verdict, score }: FollowUpRule, place: Place) {
  const what =
    place.word === undefined ? wordsOf(sentence, place.said, place.to) : actWords(sentence, place.word, place)
  const claim = sentence.locate(place.from, place.to)
  if (!claim || what === undefined) return []
  const followUp = { verdict, what: what.slice(0, longestWhat), score, span: toSpan(sentence, claim) }
  return [{ from: place.from, to: place.to, followUp }]
}

/** The act in its base form with the person's own words after it; nothing where they only point: "I did it". */
function actWords(sentence: Sentence, word: string, { said, to }: Place): string | undefined {
  const base = actOf(word)?.base ?? word
  const rest = said + word.length + 1
  if (!emptyThing.test(sentence.normal.slice(rest, to).trim()))
    return `${base} ${wordsOf(sentence, rest, to) ?? ''}`.trim()
  return pointers.has(base) ? undefined : base
}

function wordsOf(sentence: Sentence, from: number, to: number): string | undefined {
  const place = sentence.locate(Math.min(from, to), to)
  return place && writeLabel(sentence.text, place)
}
