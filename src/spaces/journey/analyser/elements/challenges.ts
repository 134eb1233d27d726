/** Finds what stands in a person's way: struggles, inabilities, lacks, and what they call hard. */
import type { ElementFinding } from '../findings.ts'
import { type Proposal, describeElement, proposeElements, rule } from './rules.ts'
import type { Sentence } from './sentence.ts'

const adverbs =
  '(?:(?:still|really|also|just|constantly|always|currently|often|been|having|have|am|very|so|such|pretty|quite|particularly|especially|extremely|too|kind of|a bit|a little|even|sometimes|now|definitely|seriously|honestly|even|usually) )*'
const hard =
  '(?:hard|difficult|tough|challenging|impossible|a struggle|exhausting|a challenge|overwhelming|stressful|frustrating|draining|painful|harder)'
const act =
  '(?!wait\\b|believe\\b|help but\\b|help it\\b|complain\\b|say\\b|thank\\b|imagine\\b|tell you\\b|recommend\\b|go wrong\\b|blame\\b|remember (?:the|what|when|if)\\b|be happier\\b|be more\\b|think of\\b|lie\\b|ask for\\b|deny\\b)(?<what>[a-z]+)'

/** No rule can match without one of these; most sentences are spared the rules. */
const cue =
  /struggl|wrestl|grappl|battl|fight|trouble|difficult|problem|tough|issue|rough|find|found|not|unable|never|barely|hard|challeng|impossible|exhaust|overwhelm|stress|frustrat|drain|pain|worst|biggest|main|obstacle|stuck|trapped|burn|torn|los[et]|swamp|behind|addict|block|paraly|\bno\b|lack|keep|way|afraid|scared|terrified|anxious|nervous|shy|tired|ashamed|deal|cop|suffer|fail|worr|concern|only|real|greatest|fear/u

const rules = [
  rule(
    `i (?:am |was |have been |had been )?${adverbs}(?:struggle|struggling|struggled|wrestling|grappling|battling|fighting)(?: a lot)? (?:with|to|against|for|in|through) (?<what>[a-z]+)`,
    0.85,
  ),
  rule(
    `i ${adverbs}(?:have|had|having|find|found) (?:a |an |such a |some |so much |lots of |a lot of |no end of |really |very |great |the )*(?:hard time|trouble|difficulty|difficulties|problems?|tough time|issues?|rough time) (?:with |in |of )?(?<what>[a-z]+)`,
    0.8,
  ),
  rule(
    `i ${adverbs}(?:find|found|am finding) (?:it|this|that|myself) ${adverbs}(?:${hard}|unable|struggling) (?:for me )?to (?<what>[a-z]+)`,
    0.8,
  ),
  rule(
    `i (?:can not|could not|am unable to|was unable to|am not able to|was not able to|have not been able to|can never|can barely|can hardly) (?:even |ever |seem to |just |really |quite |fully |properly |get myself to |bring myself to )*${act}`,
    0.7,
  ),
  rule(
    `i ${adverbs}(?:do not|did not) know (?:how to|what to|how i|what else to|where to|if i can|who to) (?<what>[a-z]+)`,
    0.65,
  ),
  rule(
    `(?:it|this|that|work|life|things|everything|school|parenting|being [a-z]+) (?:is|has been|was|feels?|gets?|seems?|can be|are|have been) ${adverbs}${hard} (?:for me |for us |on me )?(?:to|when|because|that|not|with|at|right now|lately|these days|being) ?(?<what>[a-z]*)`,
    0.7,
  ),
  rule(
    `(?:the|my) (?:hardest|biggest|main|worst|most difficult|only|toughest|real|greatest|most challenging) (?:part|problem|challenge|struggle|obstacle|issue|fear|difficulty|thing)(?: (?:is|was|of|about|for|with|has|right|i|today|in|at|now))+ ?(?<what>[a-z]*)`,
    0.75,
  ),
  rule(
    `(?:my|the|our|one|another) (?:problem|challenge|obstacle|struggle|issue|difficulty)(?: (?:here|now|today|lately|for me))* (?:is|are|was|has been) (?:that )?(?<what>[a-z]+)`,
    0.75,
  ),
  rule(
    `i ${adverbs}(?:am |feel |felt |was |got |get )${adverbs}(?:stuck|overwhelmed|trapped|burned out|burnt out|torn|lost|swamped|behind|addicted|blocked|paralyzed)(?: (?:in|with|by|at|between|on|to|when|because|about))? ?(?<what>[a-z]*)`,
    0.65,
  ),
  rule(
    `i (?:do not|did not|never|barely) (?:really |even )*have (?:the |any |enough |much |a lot of )*(?<what>time|energy|money|motivation|strength|patience|courage|confidence|support|anyone|willpower|friends|a job)\\b`,
    0.75,
  ),
  rule(
    `i (?:have|had|feel|felt) (?:absolutely )?no (?<what>time|energy|money|motivation|strength|patience|courage|confidence|support|control|desire|interest|friends|one to)\\b`,
    0.7,
  ),
  rule(
    `i ${adverbs}(?:lack|lacked|am lacking|lost (?:my|all)) (?:the |any |all |of )*(?<what>motivation|confidence|energy|courage|discipline|focus|patience|support|interest|control|money|time|job|drive)\\b`,
    0.7,
  ),
  rule(
    `i ${adverbs}keep (?:on )?(?<what>procrastinating|failing|forgetting|making|putting|avoiding|losing|getting|falling|thinking about|worrying|fighting|messing|comparing|missing|repeating|waking|overthinking|having|going back|letting|feeling|delaying|arguing|screwing|blaming|hurting|delaying)\\b`,
    0.7,
  ),
  rule(
    `(?:it |that |this |which |and |[a-z]+ )(?:really |always |often )*(?:gets?|got|stands?|stood|keeps? getting) in (?:the|my) way(?<what>)`,
    0.75,
  ),
  rule(
    `i ${adverbs}(?:am |was |feel |get )?${adverbs}(?:too )?(?:afraid|scared|terrified|anxious|nervous|shy|tired|exhausted|ashamed) to (?<what>[a-z]+)`,
    0.7,
  ),
  rule(
    `i ${adverbs}(?:am |was )?(?:dealing|coping|dealt|suffering|suffer|suffered) (?:with|from) (?<what>[a-z]+)`,
    0.7,
  ),
  rule(`i (?:am |have been |was )?${adverbs}(?:failing|failed) (?:to|at) (?<what>[a-z]+)`, 0.65),
  rule(
    `i ${adverbs}(?:did not|could not|do not) (?:get|manage|sleep|finish|make it|have a chance) ?(?<what>(?:enough|to sleep|to finish|well|much sleep|any sleep|anything done|much done|to|along with))\\b`,
    0.6,
  ),
  rule(
    `i (?:am |was )?${adverbs}(?:worried|anxious|concerned|stressed(?: out)?|stressing) (?:about|over|because of|by|that) (?<what>[a-z]+)`,
    0.6,
  ),
]

const someoneElse = /\b(?:said|says|told|if|not|never|when|wish|no longer|used to|what) (?:that )?$/u

export function readChallenges(sentence: Sentence): ElementFinding[] {
  if (sentence.isQuestion || !cue.test(sentence.normal)) return []
  return proposeElements(sentence, rules)
    .filter((proposal) => !isElsewhere(proposal))
    .slice(0, 2)
    .flatMap((proposal) => describeElement('challenge', proposal))
}

function isElsewhere({ sentence, match }: Proposal): boolean {
  return someoneElse.test(sentence.normal.slice(0, match.index))
}
