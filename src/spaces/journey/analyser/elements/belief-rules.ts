/** The patterns of beliefs: plain ones, those that carry a person, doubted and given-up ones, and trapped thoughts. */
import { everyone, faults, softeners, strengths } from './phrases.ts'
import { rule } from './rules.ts'

/** What is said to be so: absolutes, labels, predictions, other minds, fault, rules, convictions, values. */
export const plainRules = [
  rule(
    `(?<what>${everyone} (?:(?:never|does not|do not|did not|will never|really|ever) )+(?:cares?|likes?|loves?|loved|wanted) (?:me|about me))\\b`,
    0.7,
  ),
  rule(`(?<what>(?:nobody|no one) (?:(?:really|ever|truly|even) )*(?:cares?|likes?|loves?) (?:me|about me))\\b`, 0.75),
  rule(
    `(?<what>if i (?:do not|am not|fail|say no|make|can not|ever|let|show|tell)[^.!?]{1,60}?,? (?:then )?(?:i (?:will|am|must)|everyone|they|people|nobody|no one|it (?:means|will)|he|she) [a-z]+)`,
    0.7,
  ),
  rule(
    `(?<what>i (?:am|was|feel like|feel|must be|have always been) ${softeners}(?:like )?(?:i am )?${softeners}(?:an? )?${softeners}(?:(?:terrible|horrible|bad|awful|complete|total|huge|big|failed|lazy|stupid|worthless) )*${faults})\\b`,
    0.8,
  ),
  rule(
    `(?<what>i (?:am|feel|was|will) (?:not|never)(?: be| been| ever)* ${softeners}(?:good|smart|pretty|strong|worth|thin|skinny|attractive|lovable|enough|worthy|normal|interesting|important|cut out|capable|loved|happy|able to)(?: enough)?)\\b`,
    0.75,
  ),
  rule(`(?<what>i (?:am|feel) ${softeners}${strengths})\\b`, 0.6),
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
    '(?<what>i (?:strongly |firmly |truly |really |do |still |always |have always )*believe in (?:god|love|people|myself|hard work|honesty|second chances|kindness|family|justice|fairness|being|telling|treating|forgiveness|loyalty|equality)\\b)',
    0.75,
  ),
  rule(
    `i (?:strongly |firmly |truly |really |do |honestly |still |always |have always )*(?:believe|believed) (?:that )?(?<what>(?:i|everything|people|we|god|everyone|my|there|life|the|love|myself|it (?:is|was|will|can|has)|if|what|being|family|hard work|honesty)\\b)`,
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

/** What carries a person: permission, worth, trust in oneself. */
export const carryingRules = [
  rule('(?<what>i am allowed to [a-z]+)', 0.75),
  rule(
    '(?<what>it is (?:ok|okay|alright|all right|fine|normal|human) (?:for me )?(?:to|if i|that i|not to) (?:not |just |sometimes )*(?:rest|feel|say no|ask|make|be|cry|need|take|let|want|change|fail|slow|stop|have|know|do not|am|can not|struggle|grieve|disagree|disappoint))',
    0.7,
  ),
  rule(
    '(?<what>i (?:do not|no longer) (?:have|need) to (?:always )?(?:be|please|prove|do everything|fix|earn|apologi[sz]e|carry|justify|explain|say yes|know everything|have (?:it )?all|control|compare|hide|save|solve|make everyone)\\b)',
    0.75,
  ),
  rule(
    '(?<what>i can (?:handle|cope with|get through|rely on myself|trust myself|do hard|say no|ask for help|choose|survive|make mistakes|be (?:loved|happy|both))\\b)',
    0.65,
  ),
  rule('(?<what>i have (?:the|a|every) right to [a-z]+|i have what it takes)', 0.75),
  rule('(?<what>i matter\\b|i am doing (?:my best|the best i can|enough)|i am (?:still )?learning to [a-z]+)', 0.6),
  rule(
    '(?<what>my (?:needs|feelings|worth|opinion|opinions|voice|boundaries) (?:do not |does not |is not |are not )?(?:matters?|counts?|depends?|valid|are valid|are important|is important|are as|defined)\\b)',
    0.7,
  ),
  rule(
    '(?<what>(?:nobody|no one) is perfect|(?:one|a|making) (?:[a-z]+ )?(?:mistakes?|setback|bad day|bad grade|failure) (?:does|do|is|are) not [a-z]+|asking for help is [a-z]+)',
    0.65,
  ),
  rule('(?<what>i (?:will|am going to) (?:get through (?:it|this)|be (?:ok|okay|fine|alright|all right))\\b)', 0.6),
]

const doubtable = `(?:that |such |so |as |really |actually |all |just )*(?:an? )?(?:[a-z]+ )?(?:${faults}|bad|to blame|alone|my fault|behind)`

/** What is no longer sure, said as a question or not. */
export const doubtRules = [
  rule('is (?:it|that|this) (?:really |actually |even )*true (?:that )?(?<what>[a-z]+)', 0.7),
  rule(`(?<what>am i (?:really|actually|truly) ${doubtable})\\b`, 0.75),
  rule('(?<what>do i (?:really|actually|truly) (?:have to|need to|believe|deserve) [a-z]+)', 0.7),
  rule(
    '(?:who says|who said|where did i learn|why do i (?:think|believe|assume|feel like|tell myself)) (?:that )?(?<what>i (?:have to|must|should|can not|am|always|never|do not|need to|deserve)\\b)',
    0.7,
  ),
  rule(
    '(?<what>(?:does|do|will|would) (?:everyone|everybody|nobody|people|no one) (?:really|actually) [a-z]+ me)',
    0.7,
  ),
]

export const doubtedRules = [
  rule(`(?:maybe|perhaps|what if) (?<what>i am not ${doubtable})\\b`, 0.7),
  rule('(?:maybe|perhaps) (?<what>(?:it|this|that) (?:is|was) not (?:all |really |entirely |only )*my fault)', 0.7),
  rule(
    '(?:maybe|perhaps) (?<what>(?:not (?:everyone|everybody|everything)|people|they|he|she|nobody|i) (?:(?:do|does|is|are|will|would) (?:not )?)?(?:really |actually |always )*(?:have to|hates?|judges?|judging me|thinking about me|care about me|deserve|need to be)\\b)',
    0.65,
  ),
  rule(
    '(?:wonder|question|doubt|wondering|questioning|doubting|not sure) (?:if|whether|that) (?<what>(?:i (?:really |actually |always )*(?:have to|must|need to be|am (?:really|actually|such|that)|deserve|ever|should always)|(?:everyone|they|people|he|she) (?:really|actually)) [a-z]+)',
    0.7,
  ),
  ...doubtRules.slice(0, 1),
]

const formerly =
  '(?:i|my|people|everyone|everybody|nobody|no one|they|it|the world|life|love|success|being|asking|feeling|crying)'

/** What was believed and is no longer. */
export const revisedRules = [
  rule(
    `i (?:always |have )?used to (?:think|believe|feel like|feel|tell myself|be (?:convinced|sure|certain)) (?:that |like )?(?<what>${formerly} [a-z]+)`,
    0.8,
  ),
  rule(
    `i (?:do not|no longer|have stopped|stopped) (?:really )?(?:think|thinking|believe|believing|feel|buy|tell myself) (?:any ?more )?(?:that |like |the idea that )?(?<what>(?:i (?:am|have to|must|always|never|need to|deserve)|everyone|people|nobody|it is (?:all )?my fault)\\b)`,
    0.75,
  ),
  rule(
    'i (?:always |really |honestly )*(?:thought|believed|was (?:convinced|sure)) (?:that )?(?<what>(?:i (?:was|had to|could not|could never|would never|did not deserve|would always)|everyone|nobody|no one|it was (?:all )?my fault) [a-z]+)(?=[^.!?]{0,120} but (?:now|i|that|it|today))',
    0.75,
  ),
]
