/**
 * Thinking traps: ways in which a thought outruns what is known, each with the words that give it away. The names are
 * those of cognitive therapy. The words are looked for in a thought that may be one; they are not proof of it.
 */
import { everyone, faults, insults, kin, negativeFeelings, softeners } from './phrases.ts'

interface Trap {
  readonly name: string
  readonly cue: RegExp
}

function trap(name: string, ...sources: readonly string[]): Trap {
  return { name, cue: new RegExp(`(?<![\\w'])(?:${sources.join('|')})(?![\\w'])`, 'u') }
}

/** Outcomes that nobody wants. */
const badEnd =
  '(?:fail|fails|lose|hate|leave|reject|laugh|judge|abandon|regret|ruin|screw up|mess up|mess (?:it|this|everything) up|fall apart|get worse|go wrong|go badly|end up|end badly|end in|die|suffer|disappoint|embarrass|hurt me|be (?:a |an |so |too |all |very |completely |always )*(?:alone|lonely|fired|rejected|terrible|horrible|awful|disaster|failure|ruined|miserable|disappointed|stuck|single|mad|angry|hurt|nothing|worse|hopeless|unbearable|too late|late|replaced|forgotten|poor|homeless|boring|hard|bad|depressed|sick|humiliated))'
const notReach = '(?:never|not ever|not)(?: ever| be able to| going to| really)* (?:[a-z]+)'
const willTell = '(?:will|(?:am|is|are) (?:probably |just |all |always |only |definitely |never |not )*going to)'
const people = '(?:he|she|they|you|people|everyone|everybody|society|this company|the world|the system)'

const minds = `(?:think|thinks|hates?|judges?|judging|resents?|despises?|pity|pities|knows?|blames?|ignores?|ignoring|avoid(?:s|ing)?|laugh(?:s|ing)? at|look(?:s|ing)? down on|talking about|is (?:mad|angry|annoyed|disappointed|bored|tired|ashamed|sick|upset)|are (?:mad|angry|annoyed|disappointed|bored|tired|ashamed|sick|upset)|see me as|sees me as|find me|finds me|(?:wants?|would rather|expects?) (?:me|nothing|someone)|be (?:mad|angry|annoyed|disappointed|bored|thinking|judging|laughing|talking|tired|ashamed|upset)|(?:do|does|did) not (?:really |even |actually |truly )*(?:like|love|care|want|respect|trust|believe|value|appreciate|understand|miss|need|notice)|regrets?|cares?|likes?|loves?)`

export const traps: readonly Trap[] = [
  trap(
    'all-or-nothing',
    `(?:complete|total|utter|absolute|completely|totally|utterly|entirely|absolutely) (?:an? )?(?:failure|waste|mess|idiot|loser|disaster|joke|fraud|useless|worthless|ruined|alone|incapable|unlovable|stupid|hopeless|pointless|failed|wrong|broken|incompetent|bad|over)`,
    'if (?:it|i|this|that|things?|[a-z]+)(?: [a-z]+){0,3} not (?:[a-z]+ ){0,2}(?:perfect|perfectly|the best|first|everything|right)',
    '(?:all or nothing|nothing less than|anything less than|either|or else|or it is nothing|or i am nothing|not worth (?:doing|trying|starting))',
    '(?:ruined everything|everything is ruined|(?:whole|entire) (?:day|week|thing|life|year|evening|diet|plan) (?:is|was) (?:[a-z]+ )?(?:ruined|wasted|waste|failure)|good for nothing)',
    '(?:one|single) (?:mistake|slip|failure|error|bad [a-z]+|cookie|cigarette|drink)(?: [a-z]+){0,4} (?:ruins?|ruined|means?|everything|failure|pointless)',
    '(?:has|have|must|should|need|needs) (?:to )?be (?:perfect|flawless|the best)',
    'can not (?:do|get) (?:anything|a single thing)(?: right)?|(?:do|does|did) nothing right|nothing but',
  ),
  trap(
    'overgeneralising',
    `(?<!(?:will|would|should|must|going to|to) )(?:always|never)(?! (?:be|going to))`,
    'every ?time|every single time|(?<=^|that |like |, |when |because |true )(?:everyone|everybody|no one|nobody|everything|nothing)|(?:at|about|to) everything|anything right|nowhere|all (?:men|women|people|of them)|no matter what|whenever i|typical|once again|(?:men|women|people) (?:are|only|just)(?: just| all| only)? [a-z]+',
  ),
  trap(
    'mental filter',
    '(?:all|the only thing) (?:that )?(?:i|anyone|they|people) (?:can |could |ever |will |would )*(?:see|think|remember|notice|hear|focus)',
    'can not stop (?:thinking about|replaying|going over|hearing)',
    '(?:only|just|keep) (?:ever )?(?:see|seeing|notice|remember|remembering|focus on|thinking about|think about|hear|replaying) (?:the |my |what |is |that |all )*(?:negative|bad|mistakes?|flaws?|one|wrong|failures?|criticism|typo|silence)',
    '(?:that|the) one (?:bad |negative |critical |stupid |wrong |rude |awkward )*(?:mistake|comment|criticism|remark|question|typo|answer|moment|joke|review)',
  ),
  trap(
    'discounting the positive',
    '(?:just|only|pure|dumb|sheer|got|was|been) (?:by )?(?:luck|lucky)|fluke|(?:do|does|did) not (?:really |even )?count|anyone (?:else )?(?:could|can|would)(?: have)?|(?:only|just) (?:being|been|trying to be) (?:nice|polite|kind)|(?:only|just) (?:said|saying|says?) (?:that|it|so)|nothing special|no big deal|was nothing|not (?:really |that )?(?:impressive|an? (?:real |big )?(?:achievement|accomplishment))',
    '(?:do|did) not deserve (?:the |this |any |that |my |to have )*(?:praise|credit|compliments?|promotion|award|success|raise|win|won|been)|fooled (?:them|everyone|people)|(?:feel sorry for|pity|pities|pitied) me|(?:do|does|did) not (?:really )?mean (?:it|anything|much)|does not matter (?:that|how)|even though (?:i|they|he|she|it|everyone|my)',
  ),
  trap(
    'mind reading',
    `${everyone} (?:(?:must|will|would|could|can|always|just|all|probably|only|never|really|secretly|clearly|obviously|definitely|ever|truly|is|are|was|were|have|has|been) )*${minds}(?! (?:to|for)\\b)`,
    `(?:${everyone}) (?:must|probably|secretly) [a-z]+`,
    `what (?:they|people|others|everyone|he|she) (?:must |will |would |all )*(?:thinks?|thinking) (?:of|about) me`,
  ),
  trap(
    'fortune telling',
    `${willTell} ${notReach}`,
    `(?:am|is|are) never going to|(?:is|are|am) not going to (?:work|happen|change|get|be|make|end)`,
    `${willTell} (?:(?:probably|surely|just|all|always|definitely|only|eventually|also|inevitably|never) )*${badEnd}`,
    'bound to|doomed|no (?:hope|future|way out)|there is no point in (?:trying|even)|why (?:bother|even try)|what if (?:[a-z]+ ){1,6}(?:fail|wrong|not|hates?|never|leaves?|dies?)|future (?:is|looks) (?:hopeless|bleak|dark|ruined)',
    'nothing (?:will|is (?:ever )?going to)|never (?:be able to|find|get over|recover|amount)|too late for me',
  ),
  trap(
    'catastrophising',
    `(?:the |my )?worst (?:thing|case|day|nightmare|possible|mistake|that)|disaster|catastroph[a-z]+|(?:terrible|horrible|awful)(?! (?:person|mother|mom|father|dad|wife|husband|parent|friend|daughter|son|human|partner|student|teacher))|unbearable|(?:can|could) not (?:stand|bear|survive|live|go on|take|handle|cope)`,
    '(?:the )?end of (?:the world|everything|my|me|us)|(?:life|career|marriage|relationship|it|everything|future|reputation|friendship) (?:is|will be|would be) (?:[a-z]+ )?(?:over|ruined|destroyed|finished)|(?:ruin|destroy)(?:s|ed)? (?:my (?:life|career|future|reputation|marriage)|everything|us|forever)|(?:lose|losing) (?:everything|my (?:job|house|home|mind|family|kids))',
    'homeless|never recover|fall(?:s|ing)? apart|(?:get|be|getting) (?:fired|kicked out|expelled|sued|divorced)|(?:going to|will|might|could|would) (?:all )?die|heart attack|go crazy|have cancer|the whole (?:day|year|thing) is ruined',
  ),
  trap(
    'emotional reasoning',
    `i (?:just |really |always |still |often )*(?:feel|felt) ${softeners}(?:like|as if|as though|that)(?! (?:crying|going|eating|doing|sleeping|talking)\\b)`,
    `i (?:just |really |always |still |often )*(?:feel|felt) ${softeners}(?:an? )?${faults}`,
    `i feel (?:so )?${negativeFeelings}(?: about it)?(?: ,)? (?:so|therefore|which means|that means)`,
    'because i feel|(?:it|everything|life) (?:just )?feels? (?:so )?(?:hopeless|impossible|pointless|true|like|as if)|my (?:gut|feelings|anxiety) (?:says?|tells?)|i feel it|must be true',
  ),
  trap(
    'should statements',
    '(?<!not )(?:should|ought to|supposed to)(?! (?:we|i)\\b)',
    `(?<!not |longer |it |that |they |he |she |this |which )(?:must|has to|have to|had to|need to|needs to|had better)(?! (?:think|thinks|hate|hates|know|be (?:mad|angry|annoyed|disappointed|bored|thinking|judging|tired|ashamed|upset|something|me|true|my|a reason)|have been|have done|have said|find|see|want|feel)\\b)`,
  ),
  trap(
    'labelling',
    `(?:(?:i|you|he|she|they|we|who|men|women|people|parents|${kin}) (?:will |must |have |would )?(?:always )?(?:am|is|are|was|were|be|been|feel|feels)|like|such|am i)(?: not)? ${softeners}(?:like )?(?:that )?(?:an? |the )?(?:(?:terrible|horrible|bad|awful|complete|total|huge|big|failed|lazy|stupid|worthless|born|real|selfish|utter|absolute|hopeless) ){0,3}(?:${faults}|${insults}s?|failures|idiots|losers|monsters|cowards|fools)`,
    'makes me an? [a-z]+|(?:what )?an? (?:[a-z]+ )?(?:idiot|loser|failure|jerk|moron)|what kind of (?:person|mother|father|parent|friend|man|woman)',
  ),
  trap(
    'blaming',
    `(?:his|her|their|your|${kin}|the [a-z]+|everyone(?: else)?) (?:own )?fault|because of (?:him|her|them|you|${kin}|everyone)|(?:he|she|they|you|${kin}) (?:is|are) (?:the one |the ones )?(?:to blame|responsible|the (?:reason|problem|cause))|blame (?:him|her|them|you|${kin})`,
    `(?:${people}|${kin}) (?:always |never |just |keeps? |has |have |who )*(?:made|makes?|making|ruin(?:s|ed)?|ruining|caused?|drove|drives|forced?|forces|pushed|destroyed|wasted|held|holds?|turned) (?:me|my|our|this|everything|us|it)`,
    `if (?:it (?:was|were) not for|only )?(?:he|she|they|you|${kin}) (?:had(?: not)?|would(?: not| just| only)*|did not|was not|were not|were|listened|cared|tried|helped)`,
    `(?:he|she|they|${kin}) (?:never|do not|does not|did not|will not|refuses? to|always) (?:listens?|help|helps|try|tries|support|supports|taught|let|lets)`,
  ),
  trap(
    'personalising',
    '(?:(?:all )?my (?:own )?fault|because of me|i am (?:the one )?to blame|i (?:only )?have (?:only )?myself to blame|blame myself|i (?:caused|ruined|drove|pushed|provoked)|i made (?:him|her|them|my|it|everyone)|is on me|i am (?:the reason|the problem|responsible))',
    'i (?:could|should|might) have (?:prevented|stopped|saved|done|seen|known|noticed|been|helped)|if (?:only )?i (?:had|was|were)|because i (?:am|was|did|do|said|could|am not|have)|(?:something|anything|what) i (?:did|said|have done)|what did i do|i let (?:him|her|them|everyone|my [a-z]+|people|us) down|i must have (?:done|said|upset|made|been)|(?:with|about) me(?: that)? (?:that )?(?:makes|made)|(?:something|what) (?:is )?(?:seriously |really )?wrong with me|i (?:am|was) a bad (?:mother|father|parent|son|daughter|friend)',
  ),
  trap(
    'comparing',
    `(?:better|smarter|prettier|happier|ahead|further|farther|thinner|richer|worse|behind|stronger|luckier|younger|funnier|(?:more|less) [a-z]+|faster|nicer|cooler) (?:[a-z]+ ){0,2}than (?:me|i|mine|everyone|everybody|others|my|all|other|most|him|her|them|anyone|the)`,
    `(?:not |never )?as (?:good|smart|pretty|happy|successful|strong|thin|talented|attractive|far|rich|popular|capable|[a-z]+) as (?:me|i|everyone|others|my|all|other|most|him|her|them|anyone|the)`,
    `everyone else|everybody else|compared (?:to|with)|compare myself|than i (?:am|do|did|have|will|ever|could|can)|(?:all|most) (?:of )?my (?:friends|peers|classmates|colleagues|coworkers|siblings)|my (?:friends|peers|siblings|sister|brother|classmates|colleagues|coworkers) (?:is |are |has |have |seem )?(?:all|already)|behind (?:everyone|everybody|others|my|the rest|all)|left behind|other (?:women|men|moms|mothers|dads|people|parents|students|guys|girls|couples|families) (?:are|can|have|do|seem|manage|get|just)|why (?:can|am|could) (?:i|not i) (?:not )?(?:be )?(?:more )?like|people my age|by my age|at my age|next to (?:him|her|them)`,
  ),
  trap(
    'negative feeling',
    `i (?:am|feel|felt|was|get|have been|have felt) ${softeners}(?:like )?${negativeFeelings}`,
    'i hate (?:this|it|my|how|feeling|that)|makes me (?:feel )?(?:so )?(?:sad|angry|mad|anxious|sick|cry)|i (?:just )?want to cry',
  ),
]

/** Thoughts that hold a trap at bay although its words stand in them. */
const atEase =
  /\b(?:i am allowed|(?:is|it) ok(?:ay)?|i (?:do )?deserve|i am (?:good )?enough|i can (?:handle|ask|learn|try|do hard|choose|change|be|cope with|let|say)|no longer (?:have|need) to|(?:do|does|did) not (?:have to|need to|mean(?! (?:it|anything|much)))|not (?:my|his|her|their|all my|entirely my) fault|not (?:everyone|everybody|everything)|(?:nobody|no one) is perfect|everyone (?:makes|has) (?:mistakes|bad|flaws|good)|not the end of the world|part of (?:life|learning|being)|is normal|worked hard|i am (?:proud|grateful|glad|happy|doing my best|learning|worthy|loved|lovable|capable|strong))\b/u

/** Names the traps that a thought, given in normal form, shows signs of. */
export function readTraps(thought: string): string[] {
  if (atEase.test(thought)) return []
  return traps.filter(({ cue }) => cue.test(thought)).map(({ name }) => name)
}
