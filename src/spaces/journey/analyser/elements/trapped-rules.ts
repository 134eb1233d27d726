/** Thoughts that a thinking trap alone gives away: they count as beliefs only where the trap is really there. */
import { everyone, insults, kin, negativeFeelings } from './phrases.ts'
import { rule } from './rules.ts'

/** The words of the clause before the cue belong to the thought. */
const lead = "(?:(?!(?:but|so|and|because|that|if|when) )[a-z']+ ){0,8}?"
const surely =
  '(?:(?:must|will|would|always|just|all|probably|really|secretly|clearly|obviously|definitely|is|are|was|were|be|even|ever) )*'
const ahead =
  '(?:i|it|this|things|we|nothing|he|she|they|everything|my [a-z]+|the [a-z]+) (?:will|am going to|is going to|are going to)'

const mindRules = [
  rule(
    `(?<what>${everyone} ${surely}(?:mad at|angry (?:at|with)|annoyed (?:with|by|at)|disappointed in|ignoring|avoiding|talking about|bored (?:of|by|with)|tired of|sick of|ashamed of|laughing at|judging|out to get|against) me)\\b`,
  ),
  rule(
    `(?<what>${everyone} (?:do|does|did) not (?:really |even |actually )*(?:like|love|care about|want|respect|trust|believe in|value|appreciate|need|miss) me)\\b`,
  ),
  rule(
    `(?<what>${everyone} (?:must|probably|secretly|clearly|obviously) (?:all )?(?:thinks?|hates?|sees?|finds?|regrets?|wants?|wish(?:es)?|be) [a-z]+)`,
  ),
  rule(
    `(?<what>${everyone} (?:all )?(?:thinks?|thought) (?:that )?i (?:am|was|look|sound|can not|do not|will))\\b`,
    0.65,
  ),
]

const futureRules = [
  rule(
    `(?<what>${ahead} (?:(?:probably|just|definitely|surely|only|always|eventually|inevitably|all) )*(?:fail|end up (?:alone|single|like|homeless|failing|with)|lose (?:my|everything|him|her|them)|be (?:fired|rejected|alone|ruined|a (?:[a-z]+ )?(?:disaster|failure|mess)|terrible|horrible|awful)|leave me|hate me|reject me|laugh at me|abandon me|die|be homeless|embarrass myself|go wrong|fall apart|get worse|think i am|mess (?:it|this|everything) up|screw (?:it|this) up)\\b)`,
  ),
  rule(
    `(?<what>${ahead} not (?:ever )?(?:be able to|work out|get (?:any )?better|make it|find|pass|get the|change|be good|be enough|be happy|succeed|amount to|last|matter)\\b)`,
  ),
  rule('(?<what>(?:i am|we are|it is|this is|he is|she is|they are) (?:never going to|doomed|bound to) ?[a-z]*)', 0.75),
  rule(`(?<what>${lead}(?:too late for me|no use trying|might as well give up|no point in trying))\\b`),
]

const notGoingRules = [
  rule(
    '(?<what>(?:i am|we are|it is|this is|he is|she is|they are) not going to (?:be able to|work out|get (?:any |the |a )?(?:better|job|place|offer|grade|promotion)|find|make it|pass|change|last|succeed|be (?:good|enough|happy))\\b)',
  ),
]

const wholeRules = [
  rule(
    `(?<what>${lead}(?:whole|entire) (?:day|week|thing|life|year|evening|diet|plan|night) (?:is|was) (?:completely |already )?(?:ruined|wasted|a waste))\\b`,
  ),
  rule('(?<what>(?:one|a single|a) (?:mistake|slip|failure|error|bad [a-z]+) (?:means|ruins|ruined) [a-z]+)'),
  rule(`(?<what>${lead}(?:anything|nothing) less than [a-z]+)`),
  rule(
    '(?<what>if (?:it|this|that|the [a-z]+|my [a-z]+) is not (?:perfect|the best|good enough)[^.!?]{0,40}? i [a-z]+)',
  ),
  rule(`(?<what>${lead}a (?:total|complete|utter) (?:waste|failure|disaster))\\b`),
  rule('(?<what>(?:nobody|no one) ever [a-z]+)', 0.65),
  rule('(?<what>everything (?:always )?(?:goes wrong|falls apart|i (?:do|touch)|is against)\\b)'),
  rule(
    '(?<what>every(?: single)? ?time i [^.!?]{3,40}? (?:i (?:get|fail|lose|end|ruin)|they|he|she|it|people|everyone) [a-z]+)',
    0.6,
  ),
  rule('(?<what>i (?:fail|suck|am bad|am terrible) at everything)'),
  rule('(?<what>people are (?:all |only |just )+[a-z]+)', 0.65),
]

const worstRules = [
  rule(
    '(?<what>(?:my (?:life|career|future|marriage|reputation|relationship|day|whole life)|everything|it|the (?:day|evening|year)) (?:is|will be|would be) (?:completely |totally |all |already |as good as )*(?:over|ruined|destroyed|finished|wasted)\\b)',
  ),
  rule('(?<what>(?:this|it|that) (?:is|will be|would be) (?:the )?(?:worst (?:thing|possible)|end of)\\b)'),
  rule('(?<what>i (?:can|could) not (?:survive|go on|take it|live with|stand|bear|handle) [a-z]+)', 0.6),
  rule(
    '(?<what>my life is (?:a mess|a joke|a failure|a disaster|pointless|meaningless|going nowhere|empty|worthless))\\b',
  ),
]

const comparingRules = [
  rule(`(?<what>${lead}(?:everyone|everybody) else(?! (?:in|at|to|was|went|came|left)\\b) [a-z]+)`, 0.6),
  rule(
    `(?<what>${lead}(?:better|smarter|prettier|happier|further along|thinner|more [a-z]+|stronger|nicer) than (?:me|i am|i will ever|i could|mine))\\b`,
    0.6,
  ),
  rule(
    '(?<what>i (?:am|will|can|could|do) (?:not |never |so |way |far )*(?:be )?(?:as [a-z]+ as|behind|less [a-z]+ than|worse than) (?:everyone|everybody|others|my|other|most|him|her|them|anyone|the))\\b',
  ),
  rule(
    '(?<what>(?:all|most) (?:of )?my (?:friends|peers|classmates|siblings|colleagues|coworkers) (?:are|have|already|seem) [a-z]+)',
    0.6,
  ),
  rule(
    '(?<what>other (?:women|men|moms|mothers|dads|parents|students|girls|guys|couples|people) (?:can|manage|do not|seem to|have it|are (?:so )?much) [a-z]+)',
    0.6,
  ),
]

const faultRules = [
  rule(
    '(?<what>i (?:must have|should have|could have|should not have) (?:done|said|upset|known|seen|prevented|stopped|helped|noticed|saved|tried harder|been (?:there|better|a better))\\b)',
    0.65,
  ),
  rule(
    '(?<what>if (?:only )?i (?:had|was|were)(?: not)? [^.!?]{2,60}? (?:would|could|might)(?: still| not| never)* [a-z]+)',
    0.65,
  ),
  rule(`(?<what>i (?:always )?let (?:everyone|him|her|them|people|${kin}) down)\\b`),
  rule('(?<what>i (?:have )?(?:ruined|destroyed) (?:everything|it|his|her|their|my|our|the) ?[a-z]*)', 0.65),
  rule('(?<what>(?:i am the (?:reason|problem)|it (?:is|was|must be) because of (?:me|something i|what i))\\b)'),
  rule(
    `(?<what>${lead}(?:it|this|that) (?:is|was) (?:all |really |only )*(?:his|her|their|your|${kin}) (?:own )?fault)\\b`,
  ),
  rule(
    `(?<what>(?:he|she|they|${kin}) (?:always |just |has |have )?(?:ruins?|ruined|destroyed|destroys|wasted) (?:my|me|everything|our|this)\\b)`,
  ),
  rule(`(?<what>${lead}because of (?:me|something i (?:did|said)))\\b`),
  rule(`(?<what>(?:he|she|they|you|${kin}) (?:is|are) (?:the (?:only )?reason|to blame|responsible)\\b)`),
  rule(
    `(?<what>if (?:only )?(?:he|she|they|${kin}) (?:had|would|was|were|did)(?: not| just)* [^.!?]{2,60}? (?:would|could|might)(?: not| never)* [a-z]+)`,
    0.65,
  ),
]

const smallRules = [
  rule(
    `(?<what>${lead}(?:(?:just|only|simply) (?:got |was |been )?luck(?:y)?|(?:pure|dumb|sheer|all) luck|a fluke|anyone (?:else )?(?:could|can|would) (?:have |do )|(?:does|did|do) not (?:really )?count|(?:just|only) (?:being|trying to be|been) (?:nice|polite|kind)|(?:just|only) (?:said|says|saying|say) (?:it|that|so) (?:to|because)|nothing special|fooled (?:them|everyone)))\\b`,
    0.6,
  ),
  rule(
    '(?<what>i (?:only|just) [^.!?]{2,50}? because [^.!?]{0,40}?(?:luck|lucky|being nice|was easy|were easy|sorry for me|nobody else|no one else)\\b)',
    0.65,
  ),
  rule(
    '(?<what>all i (?:can |could )?(?:see|think about|remember|notice|hear|focus on) (?:is|are|was|were) [a-z]+)',
    0.6,
  ),
  rule(
    '(?<what>i (?:can not stop (?:thinking about|replaying|going over)|(?:can )?only (?:see|notice|remember|hear)|keep (?:thinking about|replaying)) (?:the |that |my |how |what )(?:[a-z]+ ){0,3}?(?:mistakes?|stupid|wrong|bad|flaws?|failures?|criticism|awkward|comment|typo)\\b)',
    0.65,
  ),
  rule(
    '(?<what>i (?:just |really |always |still )*feel (?:like|as if|as though) (?:i|nobody|no one|everyone|everybody|nothing|everything|my life|they|he|she|people|there is|it is|an?) [a-z]+)',
    0.6,
  ),
  rule(`(?<what>i feel (?:so )?${negativeFeelings}(?: ,)? (?:so|therefore|which means) [a-z]+)`, 0.65),
  rule('(?<what>i should not (?:be|feel|need|want|get) [a-z]+)', 0.65),
  rule(
    `(?<what>${kin} (?:should|must|ought to)(?: not| always| never)? (?:know|understand|be|help|care|listen|have|do|call|treat|respect|support|notice)\\b)`,
    0.6,
  ),
  rule(
    `(?<what>(?:he|she|they|you|men|women|people|${kin}) (?:is|are) (?:(?:such|just|all|an?|complete|total|nothing but|so|only) )*(?:${insults}s?|idiots?|selfish|losers?|lazy|monsters?|useless))\\b`,
    0.65,
  ),
]

export const trappedRules = [
  ...wholeRules,
  ...mindRules,
  ...futureRules,
  ...notGoingRules,
  ...worstRules,
  ...comparingRules,
  ...faultRules,
  ...smallRules,
]
