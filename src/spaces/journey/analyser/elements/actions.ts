/**
 * Finds what a person commits to do. Precision comes first: reported speech, habits, narrated past, embedded questions,
 * predictions, standing burdens and mere states are no actions.
 */
import type { ElementFinding } from '../findings.ts'
import { type Proposal, proposeElements, readStatement, rule } from './rules.ts'
import type { Sentence } from './sentence.ts'

/** A commitment opens its clause, or follows a word that leaves it a main statement; "what i should do" does not. */
const opening =
  '(?<=^|[,;:.!…—–(] |^[-*•] |\\b(?:and|but|so|then|because|that|think|feel|know|realize|realized|guess|believe|decided|ok|okay|well|yes|yeah|today|tomorrow|tonight|maybe|also|now|on|week|weekend|month|morning|evening|year|forward|myself|clear|sure) )'
const adverbs =
  '(?:(?:also|just|really|definitely|finally|probably|still|now|at least|actually|simply|only|certainly|seriously|then|soon|first|hopefully|absolutely|make sure to) )*'
const states =
  '(?:enjoy|get to|be|been|being|feel|have|has|had|know|lose|die|fail|miss|love|like|hate|see|need|want|survive|admit|say|regret|understand|believe|seem|own|exist|live|cry|scream|forget|remain|suffer|end up|get (?:a|any|the|it|over|better|worse|sick|hurt|used|through|old|in trouble|what)|work out|always|ever|probably|miss|look (?:like|forward|back)|think (?:it|that|of it|about it all)|hear|deserve|matter|become|wonder|worry|a|an|the|my|this|that|these|work|bed|church|school|class|town|hospital|therapy|counseling|college|him|her|them|you|it|one|some|any|no)'
const verb = `(?:(?:not|never|start|stop|try to|go and) )*(?!(?:${states}|not|never)\\b)[a-z]{2,}`
const changeVerb =
  '(?:start|stop|quit|try|learn|change|begin|work on|focus on|make|take|spend|call|talk|go|find|improve|join|save|apply|write|read|reach|set|practice|exercise|eat|cut|give up|finish|plan|build|get (?:back|help|out|up|into|more|rid|started)|look for|move|ask|tell|see (?:a|my)|leave|end|sign up|do|put|keep|let go|meet|visit|cook|walk|run|schedule|clean|pay|drink|stick)'
const soon =
  '(?:today|tonight|tomorrow|next|this (?:week|weekend|month|evening|afternoon|year|summer|fall|winter|spring)|soon|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|by (?:monday|friday|sunday|the end|tomorrow)|later|from now on|in the morning|asap|before (?:i|the|my)|right (?:now|away)|starting)'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue = /\b(?:will|shall|to|must|should|better|tomorrow|tonight|next|on|consider|more|now)\b|:/u

const rules = [
  rule(
    `${opening}(?:(?:i|we) )?(?:am |are )?(?:definitely |really |just )*(?<what>(?:not|never) going to ${verb})`,
    0.8,
  ),
  rule(
    `${opening}i (?:just |have |also )*(?:promised|swore to|vowed to|told) myself (?:to|(?:that )?i will|(?:that )?i would) (?<what>${verb})`,
    0.75,
  ),
  rule(`${opening}(?:i|we) (?:will|shall) ${adverbs}(?<what>${verb})`, 0.8),
  rule(
    `${opening}(?:i|we) (?:am|are) (?:not |definitely |also |just |now |finally |never |really )*going to ${adverbs}(?<what>${verb})`,
    0.85,
  ),
  rule(`(?<=^|[,;:.!] )going to ${adverbs}(?<what>${verb} (?:[a-z']+ ){0,8}?${soon})`, 0.6),
  rule(
    `${opening}i (?:am )?(?:also |really |definitely |just )*(?:plan|planning|plan on|planning on|intend|intending|aim|aiming|resolved|determined|committed|promise|promising|vow|commit|pledge) (?:to |on |myself to |myself that i will )${adverbs}(?<what>${verb})`,
    0.85,
  ),
  rule(
    `${opening}i have (?:now |finally |also )*(?:decided|resolved|promised myself|committed|agreed) (?:to |that i will )${adverbs}(?<what>${verb})`,
    0.85,
  ),
  rule(
    `${opening}i (?:really |definitely |just |also |still |probably )*(?:need to|must(?! never| always)|should(?! not| never| always)|ought to|had better|better|have got to) ${adverbs}(?<what>${verb})`,
    0.7,
  ),
  rule(
    `${opening}(?:i )?(?:will )?(?:really |also )*have to ${adverbs}(?<what>${verb} (?:[a-z']+ ){0,8}?${soon})`,
    0.6,
  ),
  rule(
    `${opening}(?:i|we) (?:am|are) (?:also |definitely )?(?<what>[a-z]+ing (?:[a-z']+ ){0,7}?(?:tomorrow|tonight|next (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)))`,
    0.65,
  ),
  rule(
    `${opening}i (?:really |also |definitely |just |still )*(?:want|would like|would love) to ${adverbs}(?<what>${changeVerb}\\b)`,
    0.6,
  ),
  rule(`${opening}i would consider (?<what>[a-z]+ing)`, 0.5),
  rule(
    `${opening}(?:my|the|our) (?:new |next |main |only |first )?(?:goal|plan|intention|next step|step|resolution|commitment|homework|task|aim|focus)(?: (?:for|this|next|of) [a-z]+(?: [a-z]+)?)? (?:is|will be) (?:to|:) ${adverbs}(?<what>[a-z]+)`,
    0.85,
  ),
  rule(`(?<=^|[.,:] )(?:to ?do|action|next steps?|goals?|plan|reminder|homework) : (?:to )?(?<what>[a-z]+)`, 0.85),
  rule(`(?<=^|[.,:] )(?:remember to|do not forget to|note to self :) (?<what>[a-z]+)`, 0.75),
  rule(`(?:it is|now is) (?:high |finally |about )?time (?:for me )?to (?<what>${verb})`, 0.6),
  rule(
    `${opening}no more (?<what>[a-z]+ing\\b|alcohol|sugar|excuses|drinking|smoking|social media|junk food|cigarettes)`,
    0.6,
  ),
  rule(`${opening}from now on (?:, )?i (?:will |am going to )?(?<what>[a-z]+)`, 0.75),
]

const reported =
  /\b(?:said|says|say|saying|told (?!myself)|tells|asked|asks|yelled|replied|was like|were like|is like|goes|thought|thinking|dreamed|dreamt|promised me|wrote|pretend(?:ed)?|wish|wished|imagine|hear|heard|lyrics|she|he|they) (?:[a-z']+ |, ){0,9}$/u
const habit =
  /\b(?:usually|always|often|sometimes|rarely|normally|typically|whenever|every time|most days|tend|occasionally|ever since|used to|back then|when i was|in the past|constantly|seldom|once in a while|unless)\b/u
const prediction = /\bif (?:i|we) (?:do not|can not|lose|fail|keep|ever|never|stay|was|were|had)\b/u
const hardship =
  /\b(?:how (?:do|can|should)|not sure|do not know|no idea|wonder(?:ing)?|unsure|debating|confused|afraid|scared|worried|terrified|fear|just so|so that)\b/u

export function readActions(sentence: Sentence): ElementFinding[] {
  if (sentence.isQuestion || !cue.test(sentence.normal)) return []
  return proposeElements(sentence, rules)
    .filter((proposal) => !isReported(proposal) && isCommitment(proposal))
    .flatMap((proposal) => readStatement(proposal, 'clause'))
    .map(({ label, score, spans }) => ({ kind: 'action', label, score, spans }))
}

function isReported({ sentence, match }: Proposal): boolean {
  const before = sentence.normal.slice(0, match.index)
  return reported.test(before) || (before.match(/["“”]/gu)?.length ?? 0) % 2 === 1
}

/** What would hurt somebody is never put on a list of things to do. */
const harm =
  /\b(?:(?:cut|cutting|hurt|hurting|harm|harming|kill|killing|starve|burn|punish|choke|hang|shoot|hit|punch|stab) (?:myself|him|her|them|someone|people|everyone|my)|die|dying|suicide|overdose|end (?:it all|my life)|jump off|drink myself|disappear)\b/u

function isCommitment({ sentence, match }: Proposal): boolean {
  const before = sentence.normal.slice(Math.max(0, match.index - 60), match.index)
  const isHarmful = harm.test(sentence.normal.slice(match.index))
  if (isHarmful || habit.test(before) || hardship.test(before) || prediction.test(before)) return false
  return !/\b(?:always|usually|often|sometimes|rarely|should have|must have|will have)\b/u.test(match[0])
}
