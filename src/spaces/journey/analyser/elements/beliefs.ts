/**
 * Finds what a person holds to be true of self, others, world or future. The cues are those of thinking traps
 * (absolutes, should-rules, labels, fortune telling, mind reading, blame) and of stated convictions and values.
 */
import type { ElementFinding } from '../findings.ts'
import { type Proposal, describeElement, proposeElements, rule } from './rules.ts'
import type { Sentence } from './sentence.ts'

const adverbs =
  '(?:(?:just|really|truly|always|still|simply|also|honestly|only|so|such|very|too|completely|totally|kind of|basically|clearly|obviously|genuinely|often|sometimes) )*'
const faults =
  '(?:failure|loser|idiot|burden|fraud|impostor|imposter|mess|disappointment|(?:terrible|horrible|bad|awful) (?:person|mother|mom|father|dad|wife|husband|parent|friend|daughter|son|human)|worthless|useless|unlovable|stupid|ugly|broken|weak|pathetic|dumb|incompetent|inadequate|unworthy|boring|monster|coward|mistake|waste|nobody|lazy|hopeless|selfish|damaged|inferior|unlikeable|defective|crazy|fool|nothing|joke|screw up|disgrace|disaster)'
const strengths =
  '(?:strong|capable|worthy|enough|good enough|lovable|loved|resilient|smart|strong enough|in control|worth it|a good|a strong|deserving|able to handle)'
const everyone =
  '(?:everyone|everybody|nobody|no one|people|they|all of them|he|she|my (?:boss|friends|family|parents|mother|father|mom|dad|husband|wife|coworkers|partner|boyfriend|girlfriend))'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /\b(?:am|was|feel|will|would|never|not|always|nobody|no|nothing|everyone|everybody|people|should|must|have to|need to|supposed|ought|believed?|convinced|certain|think|know|guess|suppose|me|fault|blame|deserve|wrong|if|point|is|are|be)\b/u

const rules = [
  rule(
    `(?<what>${everyone} (?:(?:never|does not|do not|did not|will never|really|ever) )+(?:cares?|likes?|loves?|loved|wanted) (?:me|about me))\\b`,
    0.7,
  ),
  rule(`(?<what>(?:nobody|no one) (?:(?:really|ever|truly|even) )*(?:cares?|likes?|loves?) (?:me|about me))\\b`, 0.75),
  rule(
    `(?<what>if i (?:do not|am not|fail|say no|make|can not|ever|let|show|tell)[^.!?]{3,60}?,? (?:then )?(?:i (?:will|am|must)|everyone|they|people|nobody|no one|it (?:means|will)|he|she) [a-z]+)`,
    0.7,
  ),
  rule(
    `(?<what>i (?:am|was|feel like|feel|must be|have always been) ${adverbs}(?:like )?(?:i am )?${adverbs}(?:an? )?${adverbs}(?:(?:terrible|horrible|bad|awful|complete|total|huge|big|failed|lazy|stupid|worthless) )*${faults})\\b`,
    0.8,
  ),
  rule(
    `(?<what>i (?:am|feel|was|will) (?:not|never)(?: be| been| ever)* ${adverbs}(?:good|smart|pretty|strong|worth|thin|skinny|attractive|lovable|enough|worthy|normal|interesting|important|cut out|capable|loved|happy|able to)(?: enough)?)\\b`,
    0.75,
  ),
  rule(`(?<what>i (?:am|feel) ${adverbs}${strengths})\\b`, 0.6),
  rule(
    `(?<what>(?:i|we|it|he|she|they|things|this|nothing|life) (?:will|am|is|are|would) (?:never|not ever)(?: ever| going to)* (?:be|have|get|find|amount|succeed|change|recover|feel|understand|forgive|love|work|end|fit|belong|trust|make it|stop|matter|see|know)\\b)`,
    0.75,
  ),
  rule(
    `(?<what>(?:i|it|everything|this|things) (?:will|am going to|is going to|are going to) (?:probably |definitely |just |all |always |only |surely )*(?:fail|end badly|be a disaster|go wrong|fall apart|be alone|end up alone|die alone|be ruined|get worse|mess (?:it|this|everything) up|ruin|screw (?:it|this) up|lose everything|be rejected|be horrible|be awful|hurt me))\\b`,
    0.75,
  ),
  rule(
    `(?<what>${everyone} (?:(?:must|will|always|just|all|probably|only|never|really|secretly|does not|do not|is|are) )*(?:hates?|think(?:s|ing)?|judg(?:es?|ing)|understands?|wants?|leaves?|laugh(?:s|ing)? at|look(?:s|ing)? down on|respects?|needs?|notices?|blames?|thinks that) (?:me|about me|i am|i will|that i|to be with me|to be around me|my feelings|what i))\\b`,
    0.7,
  ),
  rule(
    `(?<what>(?:everyone|everybody) (?:else )?(?:is|seems|has|gets|knows)(?: so much| always| all| just)* (?:better|happier|ahead|smarter|against|perfect|out to|moving on|it together|more|what they))\\b`,
    0.6,
  ),
  rule(
    `(?<what>(?:nobody|no one) (?:(?:will|would|can|could) )+(?:ever |really |truly |want to )*(?:love|want|understand|help|care|be|believe|hire|like|miss|notice|accept|listen|marry|know))\\b`,
    0.65,
  ),
  rule(`(?<what>nothing (?:i do |(?:will )?ever |(?:is|will|can) (?:ever )?|good ever )[a-z]+)`, 0.7),
  rule(
    `(?<what>i (?:always|never) (?:seem to )?(?:(?:have to|get to) )?(?:ruin|fail|mess (?:up|everything|it|things)|screw (?:up|everything|it|things)|disappoint|do (?:anything|everything|it|things) (?:right|wrong)|get (?:anything|things|it) (?:right|wrong)|make (?:the wrong|bad|stupid|mistakes)|end up|let (?:people|everyone|them)|lose|hurt|say the wrong|choose the wrong|succeed|finish anything|fit in|win|deserve|matter))`,
    0.75,
  ),
  rule(
    `(?<what>i can not (?:do anything|do this|trust (?:anyone|people|anybody|myself)|be (?:loved|happy|trusted)|live without|change who|rely on (?:anyone|people)|handle (?:anything|failure)|get anything right|make mistakes|fail))`,
    0.7,
  ),
  rule(`(?<what>i (?:do not|did not|never) (?:deserve|matter|belong)\\b)`, 0.8),
  rule(`(?<what>i deserve (?:to be|better|love|happiness|this|respect|it|nothing|what))`, 0.65),
  rule(
    `(?<what>i (?:should|must|have to|need to|am supposed to|ought to) (?:always |never |not )*(?:be (?:perfect|strong|better|able|happy|more|over|in control|the best|grateful|nice|a better|good|thin|further|successful|stronger|productive|doing)|please|feel|know better|have (?:known|done|been|a|it|everything)|make everyone|make (?:a |any )?mistakes?|fail|disappoint|let (?:anyone|people|them) down|do everything))`,
    0.65,
  ),
  rule(
    `(?<what>(?:people|men|women|others|parents|friends|kids|children|everyone|he|she|they|you|a (?:man|woman|person|mother|father|wife|husband|friend)) (?:should|must|ought to|are supposed to|is supposed to)(?: not| always| never)? [a-z]+)`,
    0.6,
  ),
  rule(
    `(?<what>(?:it|this|that|everything)(?: is| was)? (?:all )?(?:my fault|because of me|on me)|i am to blame|i (?:only )?have (?:only )?myself to blame)`,
    0.75,
  ),
  rule(
    `(?<what>(?<!my )(?:life|the world|love|people|men|women|money|happiness|family|friendship|success|marriage|trust|everything|the future) (?:is|are)(?: just| always| never| not| all| only| really| too)* (?:unfair|not fair|cruel|hard|pointless|meaningless|everything|dangerous|evil|selfish|precious|important|short|a gift|what (?:matters|you)|about|the most|not to be trusted|earned|hopeless|stupid|worthless|too short|beautiful|more important|liars|untrustworthy))\\b`,
    0.65,
  ),
  rule(
    `(?<what>(?:you|we) (?:can not|should never|can never|have to|must) (?:trust|rely|depend|always|never|expect|be|count|work hard|love))`,
    0.6,
  ),
  rule(
    `i (?:strongly |firmly |truly |really |do |honestly |still |always |have always )*(?:believe|believed) (?:in |that )?(?<what>(?:i|everything|people|we|god|everyone|my|there|life|the|love|myself|it (?:is|was|will|can|has)|if|what|being|family|hard work|honesty)\\b)`,
    0.75,
  ),
  rule(
    `(?:i am|i have always been|i was) (?:totally |absolutely |firmly )?(?:convinced|certain|raised to believe|taught) (?:that )?(?<what>[a-z]+)`,
    0.75,
  ),
  rule(
    `i (?:just |really |always |still |often )*(?:think|feel|know|guess|feel like|feel as if|suppose) (?:that |like )?(?<what>(?:everyone|everybody|no one|nobody|nothing|everything|people|life|the world|men|women|i (?:am the only|have no|can never|will never|could never|have to be|am never|always|never|have failed)|it is (?:all|always|never)|there is (?:no|something wrong with me)))\\b`,
    0.7,
  ),
  rule(`(?<what>(?:there is|something is|what is) (?:something )?(?:seriously |really |very )?wrong with me)`, 0.75),
  rule(
    `(?<what>(?:what is|there is) (?:the|no) point (?:in|of|to)|there is no (?:hope|way out|point|future|reason to))`,
    0.7,
  ),
  rule(
    `(?<what>(?:it would|it will|that would|that will) be (?:the end of|a (?:total |complete )?(?:disaster|catastrophe)|unbearable|awful if|terrible if)|i (?:could|can) not (?:stand|bear) it)`,
    0.65,
  ),
  rule(
    `(?<what>the (?:most important|only) (?:thing|things)(?: in life| that matters?| for me| to me)* (?:is|are) [a-z]+)`,
    0.6,
  ),
]

const borrowed =
  /\b(?:said|says|say|told|tells|asked|thinks|believes|if|whether|when|wish|wished|what|how|who|why) (?:that )?(?:[a-z]+ )?$/u
const eventual = /\b(?:yesterday|last (?:night|week|month)|this morning|earlier today|forget|want|going to bed)\b/u

export function readBeliefs(sentence: Sentence): ElementFinding[] {
  if (sentence.isQuestion || !cue.test(sentence.normal)) return []
  return proposeElements(sentence, rules)
    .filter((proposal) => !isBorrowed(proposal) && !eventual.test(proposal.match[0]))
    .slice(0, 2)
    .flatMap((proposal) => describeElement('belief', proposal))
}

/** What somebody else says is their belief. */
function isBorrowed({ sentence, match }: Proposal): boolean {
  const before = sentence.normal.slice(0, match.index)
  return borrowed.test(before) || (before.match(/["“”]/gu)?.length ?? 0) % 2 === 1
}
