/** Tells what a belief is about, how it is held, and whether it holds a person back or carries them. */
import type { BeliefTraits } from '../findings.ts'
import { faults, kin, negativeFeelings, strengths } from './phrases.ts'
import { readTraps } from './traps.ts'

interface Thought {
  /** The words of the belief alone. */
  readonly said: string
  /** The sentence around them, as far as it is one thought. */
  readonly whole: string
  /** All of the sentence. */
  readonly all: string
  readonly isQuestion: boolean
}

const absolute =
  /\b(?:always|never|nobody|no one|everyone|everybody|everything|nothing|completely|totally|utterly|absolutely|impossible|every (?:single )?time|only|all (?:men|women|people|of them|my fault)|complete|total|must|forever|no hope)\b/u
const hedged =
  /\b(?:maybe|perhaps|might|probably|possibly|i guess|i suppose|sometimes|seems?|kind of|sort of|i wonder|could be|a bit|a little|part of me|not sure)\b/u

const carrying = new RegExp(
  `\\b(?:i (?:am|feel) (?:[a-z]+ ){0,2}${strengths}|i (?:am|do) allowed|i deserve (?:better|love|happiness|respect|to be|rest|to rest|kindness|a break)|it is (?:ok|okay|alright|all right|fine|normal|human) (?:to|if|for|not)|i (?:do not|no longer) (?:have|need) to|i can (?:handle|cope|learn|trust|change|ask|do|say no|be|choose|get through|rely|make)|i have (?:the right|a right|what it takes|survived)|i matter|not my fault|my (?:needs|feelings|worth|voice|body)(?: [a-z]+){0,2} (?:matters?|counts?|valid|important|enough|own)|good enough|(?:mistakes?|setback|bad day|failure) (?:does|do|is|are) not|asking for help is|am learning to|worth does not depend|does not (?:make me|define me|mean i)|nobody is perfect|no one is perfect|i will (?:get through|be (?:ok|okay|fine|alright|all right)|find a way|manage)|things (?:will|can) (?:get better|work out)|i am doing my best|happens for a reason|worth (?:it|loving|fighting for))\\b`,
  'u',
)
const limiting = new RegExp(
  `\\b(?:${faults}|${negativeFeelings}|can not|not (?:good|smart|strong|pretty|worthy|lovable|worth|enough|capable)|never|nobody|no one|nothing|hates?|wrong with me|my fault|pointless|unfair|not fair|cruel|liars|dangerous|not to be trusted|untrustworthy|do not (?:deserve|matter|belong)|alone|fail|ruin(?:ed)?)\\b`,
  'u',
)

const past =
  /\b(?:used to (?:think|believe|feel|tell myself|be (?:convinced|sure))|(?:thought|believed|was (?:convinced|sure)) (?:that )?|no longer (?:think|believe|feel|see)|(?:do not|stopped) (?:think|thinking|believe|believing|buy|feel like) (?:that |it |this )?)/u
const overcome =
  /\b(?:used to|no longer|any ?more|but (?:now|today|i was wrong|that is not true|it is not true|that was|i (?:know|see|learned|realized|realised) (?:now|better|that))|not true|now i (?:know|see|think|believe)|i was wrong|stopped believing)\b/u
const doubted =
  /\b(?:maybe|perhaps) (?:[a-z]+ ){1,3}?(?:not|do not)\b|\b(?:is|was) (?:it|that) (?:really |actually |even )?true\b|\b(?:wonder|question|doubt|not sure|not so sure|starting to doubt|beginning to doubt)(?:ing)? (?:if|whether|that|how)\b|\bwho says\b|\bam i (?:really|actually)\b|\bdo i (?:really|actually)\b|\bwhat if (?:[a-z]+ ){1,2}not\b|\bwhere did i (?:learn|get)\b/u

export function readBeliefTraits(thought: Thought): BeliefTraits {
  const { said, whole } = thought
  const traps = readTraps(whole)
  return {
    about: tellAbout(said),
    form: tellForm(said),
    stance: tellStance(said, traps),
    strength: hedged.test(whole) ? 'hedged' : absolute.test(said) ? 'absolute' : 'plain',
    standing: tellStanding(thought),
    traps,
  }
}

const ownSubject = /^(?:[a-z]+ ){0,4}?(?:i|me|my|myself)\b/u
const ahead = /\b(?:will|going to|future|end up)\b/u
const others = new RegExp(
  `^(?:[a-z]+ ){0,2}?(?:${kin}|everyone|everybody|nobody|no one|people|they|he|she|you|others|all of them|men|women|parents|friends|kids|children|a (?:man|woman|person|mother|father|wife|husband|friend))\\b`,
  'u',
)

function tellAbout(said: string): BeliefTraits['about'] {
  if (others.test(said)) return 'others'
  if (ahead.test(said) && !said.startsWith('if ')) return 'future'
  return ownSubject.test(said) || /\bmy fault|because of me|wrong with me\b/u.test(said) ? 'self' : 'world'
}

const ruling = /^if |\b(?:should|must|have to|has to|need to|needs to|ought to|supposed to|allowed to)\b/u
const valuing =
  /\b(?:most important|only (?:thing|things)|important|precious|a gift|is everything|everything to me|matters?|believe in|worth|beautiful|value)\b/u
const guessing = new RegExp(
  `\\b(?:will|would|going to|probably|must be|might|think|thinks|guess|suppose|wants?|secretly|judging|${kin})\\b`,
  'u',
)

function tellForm(said: string): BeliefTraits['form'] {
  if (ruling.test(said)) return 'rule'
  if (valuing.test(said) && !limiting.test(said)) return 'value'
  return guessing.test(said) && !/\b(?:never|always)\b/u.test(said) ? 'assumption' : 'core'
}

function tellStance(said: string, traps: readonly string[]): BeliefTraits['stance'] {
  if (carrying.test(said)) return 'supporting'
  return traps.length > 0 || limiting.test(said) ? 'limiting' : 'neutral'
}

function tellStanding({ whole, all, isQuestion }: Thought): BeliefTraits['standing'] {
  if (past.test(whole) && overcome.test(all)) return 'revised'
  return isQuestion || doubted.test(whole) ? 'questioned' : 'held'
}
