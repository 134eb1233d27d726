/**
 * How people say what they commit to, by the step of the ladder that the words stand on. The group `what` is the thing
 * to do. Words that are no commitment however they are said, such as "i will be happy", are left out here.
 */
import type { ActionTraits } from '../findings.ts'
import { type ElementRule, rule } from './rules.ts'

type Grade = ActionTraits['grade']

export interface ActionRule extends ElementRule {
  readonly grade: Grade
}

const graded = (grade: Grade, rules: readonly ElementRule[]): ActionRule[] => rules.map((one) => ({ ...one, grade }))

/** A commitment opens its clause, or follows a word that leaves it a main statement; "what i should do" does not. */
const opening =
  '(?<=^|[,;:.!…—–(] |^[-*•] |\\b(?:and|but|so|then|because|that|think|feel|know|realize|realized|guess|believe|decided|ok|okay|well|yes|yeah|today|tomorrow|tonight|maybe|also|now|on|time|[a-z]+day|week|weekend|month|morning|evening|year|forward|myself|clear|sure) |^(?:(?:and|so|but|then) )?(?:on|in|at|by|over|during|after|before|from|next|this|when|once|as soon as|instead of|starting) [a-z0-9 ]{1,50} )'
/** Looking ahead for the subject first spares most places the look back. */
const mine = `(?=i )${opening}`
const ours = `(?=(?:i|we) )${opening}`
const adverbs =
  '(?:(?:also|just|really|definitely|finally|probably|still|now|at least|actually|simply|only|certainly|seriously|then|soon|first|hopefully|absolutely|make sure to) )*'
const states =
  '(?:enjoy|get to|be|been|being|feel|have|has|had|know|lose|die|fail|miss|love|like|hate|see|need|want|survive|admit|mention|say|tell you|regret|understand|believe|seem|own|exist|live|cry|scream|forget|remain|suffer|end up|get (?:a|any|the|it|over|better|worse|sick|hurt|used|through|old|in trouble|what|fired|killed|caught|lost|rejected|dumped|blamed|judged|drunk|upset|angry|tired|bored|anxious|depressed|pregnant)|work out|always|ever|probably|miss|look (?:like|forward|back)|think (?:it|that|of it|about it all)|hear|deserve|matter|become|wonder|worry|a|an|the|my|this|that|these|work|bed|church|school|class|town|hospital|therapy|counseling|college|him|her|them|you|it|one|some|any|no)'
/** What looks like a state and is done on purpose. */
const chosen =
  '(?:be (?:at|there|on time|more|less|honest with|open|kind|kinder|nicer|gentler|patient|careful|better (?:at|about|to))|have (?:an? (?:[a-z]+ )?(?:talk|conversation|word|chat|session|check-up)|dinner|lunch|breakfast|coffee|tea)|see (?:a|my|the|our) [a-z]+|say (?:no|yes|sorry|thank you|goodbye|hello)|work (?:on|through|towards?)|look (?:for|into|after|at|up)|live (?:more|less|with less)|get (?:a (?:job|new|second|divorce|grip|therapist|haircut)|the (?:car|kids|children|papers)))\\b'
const noAdverb = '(?!(?!apply|reply|rely|fly|supply|comply)[a-z]+ly\\b)'
const verb = `(?:(?:not|never|start|stop|try to|go and) )*(?:(?=${chosen})|(?!(?:${states}|not|never)\\b))${noAdverb}[a-z]{2,}`
const changeVerb =
  '(?:start|stop|quit|try|learn|change|begin|work on|focus on|make|take|spend|call|talk|go|find|improve|join|save|apply|write|read|reach|set|practice|exercise|eat|cut|give up|finish|plan|build|get (?:back|help|out|up|into|more|rid|started)|look for|move|ask|tell|see (?:a|my)|leave|end|sign up|do|put|keep|let go|meet|visit|cook|walk|run|schedule|clean|pay|drink|stick)'
/** A wish for one of these is a wish to act otherwise than before. */
const turningVerb =
  '(?:start|stop|quit|try|begin|learn|change|improve|work on|focus on|give up|cut|apply|exercise|let go|practi[cs]e|join|sign up|get (?:help|out of|back (?:to|into)|rid|started))'
const soon =
  '(?:today|tonight|tomorrow|next|this (?:week|weekend|month|evening|afternoon|year|summer|fall|winter|spring)|soon|(?:on |by )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b(?!s)|by (?:the end|tomorrow|noon)|later|from now on|in the morning|asap|before (?:i|the|my)|right (?:now|away)|starting)'

/** No rule can match without one of these; most sentences are spared the rules. */
export const actionCue =
  /\b(?:will|shall|to|must|should|better|tomorrow|tonight|next|on|consider|more|now|time|let|booked|ready|willing|prepared|hope|maybe|refuse|promise|swear|appointment|can|could)\b|:/u

/** The first that fits a place wins. */
export const actionRules: readonly ActionRule[] = [
  ...graded('taking-steps', [
    rule(
      `${mine}i have (?:already |now |finally |just )*(?<what>(?:booked|scheduled|signed up|registered|enrolled|enroled|arranged|made an appointment|set up|agreed)\\b (?:[a-z0-9']+ ){0,12}?${soon})`,
      0.7,
    ),
    rule(
      `${mine}i have (?<what>(?:an |my |another |a )?(?:[a-z]+ )?(?:appointment|consultation|check-up|interview)\\b (?:[a-z0-9']+ ){0,8}?${soon})`,
      0.6,
    ),
  ]),
  ...graded('commitment', [
    rule(
      `${opening}(?:(?:i|we) )?(?:am |are )?(?:definitely |really |just )*(?<what>(?:not|never) going to ${verb})`,
      0.8,
    ),
    rule(
      `${mine}i (?:just |have |also )*(?:promised|swore to|vowed to|told) myself (?:to|(?:that )?i will|(?:that )?i would) (?<what>${verb})`,
      0.75,
    ),
    rule(`${ours}(?:i|we) (?:will|shall) ${adverbs}(?<what>${verb})`, 0.8),
    rule(
      `${ours}(?:i|we) (?:am|are) (?:not |definitely |also |just |now |finally |never |really )*going to ${adverbs}(?<what>${verb})`,
      0.85,
    ),
    rule(`(?<=^|[,;:.!] )going to ${adverbs}(?<what>${verb} (?:[a-z']+ ){0,8}?${soon})`, 0.6),
    rule(
      `${mine}i (?:am )?(?:also |really |definitely |just )*(?:plan|planning|plan on|planning on|intend|intending|aim|aiming|resolve|resolved|determined|committed|promise|promising|vow|commit|pledge) (?:to |on |myself to |myself that i will )${adverbs}(?<what>${verb})`,
      0.85,
    ),
    rule(
      `${mine}i have (?:now |finally |also )*(?:decided|resolved|promised myself|committed|agreed) (?:to |that i will )${adverbs}(?<what>${verb})`,
      0.85,
    ),
    rule(
      `${ours}(?:i|we) (?:am|are) (?:also |definitely )?(?<what>[a-z]+ing (?:[a-z']+ ){0,7}?(?:tomorrow|tonight|next (?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\\b)`,
      0.65,
    ),
    rule(
      `${opening}(?:my|the|our) (?:new |next |main |only |first )?(?:goal|plan|intention|next step|step|resolution|commitment|homework|task|aim|focus)(?: (?:for|this|next|of) [a-z]+(?: [a-z]+)?)? (?:is|will be) (?:to|:) ${adverbs}(?<what>[a-z]+)`,
      0.85,
    ),
    rule(
      `(?<=^|[.,:] )(?:to ?do|actions?|action items?|next steps?|goals?|plan|reminder|homework) : (?:to )?(?<what>[a-z]+)`,
      0.85,
    ),
    rule(`(?<=^|[.,:] )(?:remember to|do not forget to|note to self :) (?<what>[a-z]+)`, 0.75),
    rule(
      `${opening}no more (?<what>[a-z]+ing\\b|alcohol|sugar|excuses|drinking|smoking|social media|junk food|cigarettes)`,
      0.6,
    ),
    rule(`${opening}from now on (?:, )?i (?:will |am going to )?(?<what>[a-z]+)`, 0.75),
    rule(`${mine}i (?:swear|promise|vow|guarantee)(?: you)? (?:that )?i will ${adverbs}(?<what>${verb})`, 0.8),
    rule(`${mine}i refuse to (?<what>${verb})`, 0.7),
    rule(
      `(?<=^|[,.:] )(?:ok |okay |so )?let us (?!see\\b|say\\b|face\\b|pretend\\b|hope\\b|just say\\b)${adverbs}(?<what>${verb} (?:[a-z0-9']+ ){0,8}?${soon})`,
      0.65,
    ),
    rule(`${opening}let me (?<what>${verb} (?:[a-z0-9']+ ){0,8}?${soon})`, 0.6),
  ]),
  ...graded('activation', [
    rule(
      `${mine}i am (?:now |finally |really |also |so )*(?:ready|willing|prepared) to ${adverbs}(?<what>${verb})`,
      0.7,
    ),
  ]),
  ...graded('need', [
    rule(
      `${ours}(?:i|we) (?:really |definitely |just |also |still |probably )*(?:need to|must(?! never| always)|should(?! not| never| always)|ought to|had better|would better|better|have got to) ${adverbs}(?<what>${verb})`,
      0.7,
    ),
    rule(
      `${opening}(?:i )?(?:will )?(?:really |also )*have to ${adverbs}(?<what>${verb} (?:[a-z']+ ){0,8}?${soon})`,
      0.6,
    ),
    rule(`(?:it is|now is) (?:high |finally |about )?time (?:for me )?to (?<what>${verb})`, 0.6),
    rule(`(?<=^|[.,:] )time to (?<what>${verb})`, 0.6),
    rule(`it is (?:about |high )?time i (?<what>[a-z]+ed)`, 0.6),
  ]),
  ...graded('desire', [
    rule(
      `${mine}i (?:really |also |definitely |just |still )*(?:want|would like|would love) to ${adverbs}(?<what>${turningVerb}\\b)`,
      0.55,
    ),
    rule(
      `${mine}i (?:really |also |definitely |just |still )*(?:want|would like|would love) to ${adverbs}(?<what>${changeVerb} (?:[a-z0-9']+ ){0,8}?${soon})`,
      0.6,
    ),
    rule(`${mine}i would consider (?<what>[a-z]+ing)`, 0.5),
    rule(`${mine}i (?:really |also )?hope to ${adverbs}(?<what>${changeVerb}\\b)`, 0.5),
  ]),
  ...graded('ability', [
    rule(`${mine}i (?:can|could) ${adverbs}(?<what>${changeVerb} (?:[a-z0-9']+ ){0,8}?${soon})`, 0.55),
    rule(
      `${mine}i (?:can|could) (?:maybe |also |just |at least )*(?<what>(?:start by|begin by|begin with|start with|try) [a-z]+)`,
      0.5,
    ),
    rule(
      `(?<=^)maybe (?:just |even )?(?<what>(?:try|write|start|call|ask|go|keep|read|walk|make|join|talk|set|practise|practice) [a-z]+)`,
      0.5,
    ),
  ]),
]
