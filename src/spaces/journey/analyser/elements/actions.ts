/**
 * Finds what a person commits to do. Precision comes first: reported speech, habits, narrated past, embedded questions,
 * predictions, standing burdens and mere states are no actions.
 */
import { whenOf } from '../dates/when.ts'
import type { ElementFinding } from '../findings.ts'
import { type ActionRule, actionCue, actionRules } from './action-rules.ts'
import { type Proposal, proposeElements, readStatement } from './rules.ts'
import type { Sentence } from '../text/sentence.ts'

const reported =
  /\b(?:said|says|say|saying|told|tells|asked|asks|yelled|replied|suggest(?:s|ed)?|recommend(?:s|ed)?|claims?|insist(?:s|ed)?|was like|were like|is like|goes|thought|thinking|dreamed|dreamt|promised me|wrote|pretend(?:ed)?|wish|wished|imagine|hear|heard|lyrics) (?:[a-z']+ |, ){0,9}$|\b(?:she|he|they) (?:(?!and |but |so |home |back |gets? )[a-z']+ |, ){0,9}$/u
const habit =
  /\b(?:usually|always|often|consistently|sometimes|rarely|normally|typically|whenever|every time|most days|tend|occasionally|ever since|used to|back then|when i was|in the past|constantly|seldom|once in a while|unless)\b/u
const prediction = /\bif (?:i|we) (?:do not|can not|lose|fail|keep|ever|never|stay|was|were|had)\b/u
const hardship =
  /\b(?:how (?:do|can|should)|not sure|do not know|no idea|wonder(?:ing)?|unsure|debating|confused|afraid|scared|worr(?:y|ied|ies)|terrified|fear|just so|so that)\b/u

/** Without a day, days in words such as "tomorrow" are not dated. */
export function readActions(sentence: Sentence, day: string | undefined): ElementFinding[] {
  if (sentence.isQuestion || !actionCue.test(sentence.normal)) return []
  return proposeElements(sentence, actionRules)
    .filter((proposal) => !isReported(proposal) && isCommitment(proposal))
    .flatMap((proposal) => describeAction(proposal, day))
}

function describeAction(proposal: Proposal<ActionRule>, day: string | undefined): ElementFinding[] {
  return readStatement(proposal, 'clause').map(({ label, score, spans }) => {
    const { grade } = proposal.rule
    const when = whenOf(proposal.sentence, spans[0], day)
    return {
      kind: 'action',
      label,
      score,
      spans,
      action: { grade, polarity: polarityOf(label, proposal.match[0]), ...when },
    }
  })
}

const stopping =
  /^(?:not|never|no|stop(?! by| at| for| in )|stopping|quit|quitting|avoid|avoiding|giv(?:e|ing) up|cut(?:ting)? out|refrain|abstain|resist|excuses|drinking|smoking|alcohol|sugar|junk food|social media|cigarettes)\b/iu

function polarityOf(label: string, said: string): 'do' | 'avoid' {
  return stopping.test(label) || /\b(?:not(?! forget)|never|refuse|no more)\b/u.test(said) ? 'avoid' : 'do'
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
  return !/\b(?:always|usually|often|sometimes|rarely|should have|must have|will have (?:[a-z]+ed|been|done|gone|had|made|left))\b/u.test(
    match[0],
  )
}
