/** The patterns of challenges: what stands in the way, what is getting easier, and what was got over. */
import type { Frame } from './obstacle.ts'
import { type ElementRule, rule } from './rules.ts'

const adverbs =
  '(?:(?:still|really|also|just|constantly|always|currently|often|been|having|have|am|very|so|such|pretty|quite|particularly|especially|extremely|too|kind of|a bit|a little|even|sometimes|now|definitely|seriously|honestly|even|usually) )*'
const hard =
  '(?:hard|difficult|tough|challenging|impossible|a struggle|exhausting|a challenge|overwhelming|stressful|frustrating|draining|painful|harder)'
const act =
  '(?!wait\\b|believe\\b|help but\\b|help it\\b|complain\\b|say\\b|thank\\b|imagine\\b|tell you\\b|recommend\\b|go wrong\\b|blame\\b|remember (?:the|what|when|if)\\b|be happier\\b|be more\\b|think of\\b|lie\\b|ask for\\b|deny\\b)(?<what>[a-z]+)'

export interface ChallengeRule extends ElementRule {
  readonly frame: Frame
}

const framed = (frame: Frame, source: string, score: number): ChallengeRule => ({ ...rule(source, score), frame })

/** What stands in the way now. */
export const openRules = [
  framed(
    'trouble',
    `i (?:am |was |have been |had been )?${adverbs}(?:struggle|struggling|struggled|wrestling|grappling|battling|fighting)(?: a lot| a bit| a little| so much| sometimes)? (?:with|to|against|for|in|through) (?<what>[a-z]+)`,
    0.85,
  ),
  framed(
    'trouble',
    `i ${adverbs}(?:have|had|having|find|found) (?:a |an |such a |some |so much |lots of |a lot of |no end of |really |very |great |the )*(?:hard time|trouble|difficulty|difficulties|problems?|tough time|issues?|rough time) (?:with |in |of )?(?<what>[a-z]+)`,
    0.8,
  ),
  framed(
    'trouble',
    `i ${adverbs}(?:find|found|am finding) (?:it|this|that|myself) ${adverbs}(?:${hard}|unable|struggling) (?:for me )?to (?<what>[a-z]+)`,
    0.8,
  ),
  framed(
    'doing',
    `i (?:can not|could not|am unable to|was unable to|am not able to|was not able to|have not been able to|can never|can barely|can hardly) (?:even |ever |seem to |just |really |quite |fully |properly |get myself to |bring myself to )*${act}`,
    0.7,
  ),
  framed(
    'not knowing',
    `i ${adverbs}(?:do not|did not) know (?<asked>(?:how to|what to|how i|what else to|where to|if i can|who to) (?<what>[a-z]+))`,
    0.65,
  ),
  framed(
    'trouble',
    `(?:it|this|that|work|life|things|everything|school|parenting|being [a-z]+) (?:is|has been|was|feels?|gets?|seems?|can be|are|have been) ${adverbs}${hard} (?:for me |for us |on me )?(?!to (?:beat|believe|imagine|say|tell|find|miss|argue|top)\\b)(?:to|when|because|that|not|with|at|right now|lately|these days|being) ?(?<what>[a-z]*)`,
    0.7,
  ),
  framed(
    'trouble',
    `(?:the|my) (?:hardest|biggest|main|worst|most difficult|only|toughest|real|greatest|most challenging) (?:part|problem|challenge|struggle|obstacle|issue|fear|difficulty|thing)(?: (?:is|was|of|about|for|with|has|right|i|today|in|at|now))+ ?(?<what>[a-z]*)`,
    0.75,
  ),
  framed(
    'trouble',
    `(?:my|the|our|one|another) (?:problem|challenge|obstacle|struggle|issue|difficulty)(?: (?:here|now|today|lately|for me))* (?:is|are|was|has been) (?:that )?(?!(?:fun|over|easy|solved|great|good|gone|fixed|not|exciting|small|at|on)\\b)(?<what>[a-z]+)`,
    0.75,
  ),
  framed(
    'being',
    `i ${adverbs}(?:am |feel |felt |was |got |get )${adverbs}(?<state>stuck|overwhelmed|trapped|burned out|burnt out|torn|lost|swamped|behind|addicted|blocked|paralyzed)(?: (?:in|with|by|at|between|on|to|when|because|about))? ?(?<what>[a-z]*)`,
    0.65,
  ),
  framed(
    'lacking',
    `i (?:do not|did not|never|barely) (?:really |even )*have (?:the |any |enough |much |a lot of )*(?<what>time|energy|money|motivation|strength|patience|courage|confidence|support|anyone|willpower|friends|a job)\\b`,
    0.75,
  ),
  framed(
    'lacking',
    `i (?:have|had|feel|felt) (?:absolutely )?no (?<what>time|energy|money|motivation|strength|patience|courage|confidence|support|control|desire|interest|friends|one to)\\b`,
    0.7,
  ),
  framed(
    'lacking',
    `i ${adverbs}(?:lack|lacked|am lacking|lost (?:my|all)) (?:the |any |all |of )*(?<what>motivation|confidence|energy|courage|discipline|focus|patience|support|interest|control|money|time|job|drive)\\b`,
    0.7,
  ),
  framed(
    'said',
    `i ${adverbs}keep (?:on )?(?<what>procrastinating|failing|forgetting|making|putting|avoiding|losing|getting|falling|thinking about|worrying|fighting|messing|comparing|missing|repeating|waking|overthinking|having|going back|letting|feeling|delaying|arguing|screwing|blaming|hurting|delaying)\\b`,
    0.7,
  ),
  framed(
    'said',
    `(?:it |that |this |which |and |[a-z]+ )(?:really |always |often )*(?:gets?|got|stands?|stood|keeps? getting) in (?:the|my) way(?<what>)`,
    0.75,
  ),
  framed(
    'being',
    `i ${adverbs}(?:am |was |feel |get )?${adverbs}(?<state>(?:too )?(?:afraid|scared|terrified|anxious|nervous|shy|tired|exhausted|ashamed)) to (?<what>[a-z]+)`,
    0.7,
  ),
  framed(
    'acting',
    `i ${adverbs}(?:am |was )?(?<act>dealing|coping|dealt|suffering|suffer|suffered) (?:with|from) (?<what>[a-z]+)`,
    0.7,
  ),
  framed('acting', `i (?:am |have been |was )?${adverbs}(?<act>failing|failed) (?:to|at) (?<what>[a-z]+)`, 0.65),
  framed(
    'not acting',
    `i ${adverbs}(?:did not|could not|do not) (?<act>get|manage|sleep|finish|make it|have a chance) ?(?<what>(?:enough|to sleep|to finish|well|much sleep|any sleep|anything done|much done|to|along with))\\b`,
    0.6,
  ),
  framed(
    'being',
    `i (?:am |was )?${adverbs}(?<state>worried|anxious|concerned|stressed(?: out)?|stressing) (?:about|over|because of|by|that) (?<what>[a-z]+)`,
    0.6,
  ),
]

const easier =
  '(?:easier|better|less (?:hard|difficult|scary|painful|stressful|overwhelming|tiring)|more manageable|lighter)'
const bit =
  '(?:(?:slowly|finally|gradually|a bit|a little|much|so much|definitely|really|already|bit by bit|also|now|even|somewhat|just|still|a lot|day by day) )*'

/** What is still there and letting go. */
export const easingRules = [
  framed(
    'trouble',
    `(?:it|this|that|things?|[a-z]+ing|[a-z]+) (?:is|are|has been|have been) ${bit}(?:getting|becoming|gotten|growing) ${bit}${easier} (?:for me )?(?:to|with|at|when|because) (?<what>[a-z]+)`,
    0.75,
  ),
  framed(
    'trouble',
    `i (?:am|have been) ${bit}(?:getting|becoming|gotten) ${bit}better (?:at|with|about|in) (?<what>[a-z]+)`,
    0.75,
  ),
  framed(
    'trouble',
    `i (?:find|found|am finding) (?:it|this|that) ${bit}(?:easier|less (?:hard|difficult|scary|painful)) (?:now )?(?:for me )?to (?<what>[a-z]+)`,
    0.75,
  ),
  framed(
    'trouble',
    `i (?:am |have been )?${bit}(?:struggle|struggling|struggled|worry|worrying|worried|fight|fighting) ${bit}(?:less|less and less|not as much|a bit less) (?:with|about|to|over) (?<what>[a-z]+)`,
    0.75,
  ),
  framed(
    'trouble',
    `i (?:am|have been) ${bit}(?:learning|starting|beginning|making (?:some )?progress|improving) ${bit}(?:to (?:cope|deal|manage|live) with|with|on|in coping with|to handle) (?<what>[a-z]+)`,
    0.65,
  ),
]

/** What was in the way and is no more. */
export const resolvedRules = [
  framed(
    'said',
    'i (?:have )?(?:finally |at last |also |just )*(?:overcame|overcome|got over|gotten over|conquered|beat|beaten|got past|worked through|solved|resolved) (?<what>(?:my|the|this|that|our) [a-z]+)',
    0.75,
  ),
  framed(
    'trouble',
    'i (?:no longer|do not) (?:struggle|have (?:trouble|a hard time|difficulty)|suffer|feel (?:stuck|trapped|overwhelmed)|find it (?:hard|difficult))(?: any ?more)? (?:with|to|in|from|by|about) (?<what>[a-z]+)(?:[^.!?]{0,60} any ?more)?',
    0.7,
  ),
  framed(
    'trouble',
    'i used to (?:struggle|have (?:trouble|a hard time|difficulty)|suffer|find it (?:hard|difficult)|be (?:afraid|scared|terrified|too shy|anxious))(?: so much| a lot| really)? (?:with|to|in|from|of|about) (?<what>[a-z]+)(?=[^.!?]{0,120} (?:but|until|and now)\\b)',
    0.75,
  ),
  framed(
    'trouble',
    'i (?:have )?(?:finally |at last )(?:managed|was able|got myself|brought myself|succeeded|am able) (?:to|in) (?<what>[a-z]+)(?=[^.!?]{0,100} (?:after|despite)\\b)',
    0.75,
  ),
  framed(
    'trouble',
    'after (?:[a-z]+ ){1,4}(?:of )?(?:struggling|trying|struggle|fighting|failing|fear)(?: [a-z]+){0,4}?(?: ,)? i (?:have )?(?:finally |at last )?(?:managed to|was able to|got|can|could|overcame) (?<what>[a-z]+)',
    0.75,
  ),
]
