/**
 * Names a challenge so that it reads as an obstacle on its own: what somebody struggles to do, "fall asleep", is
 * "trouble falling asleep". The same words are named the same, whatever they were struggled with in.
 */
import { isAct } from '../text/acts.ts'
import { gerundOf } from '../text/gerund.ts'

/** How the words for what is in the way become a name. Groups are of the pattern of the rule. */
export type Frame =
  /** What one has trouble with or doing. */
  | 'trouble'
  /** The same, always doing: "I can't focus". */
  | 'doing'
  /** The words already name it, or say a whole sentence: "Fear gets in my way". */
  | 'said'
  /** From the group `state` on, one is so: "stuck in this job". */
  | 'being'
  /** From the group `act` on, one does so: "dealing with back pain". */
  | 'acting'
  /** The same, and it does not come about: "didn't get any sleep". */
  | 'not acting'
  /** From the group `asked` on, one does not know: "how to talk to my son". */
  | 'not knowing'
  /** What one has none, or not enough, of. */
  | 'lacking'

export interface Obstacle {
  readonly frame: Frame
  /** The words for what is in the way, as the person wrote them. */
  readonly what: string
  /** The words from the group of the frame on, as the person wrote them. */
  readonly from: string
  /** The normalised words before `what`. */
  readonly before: string
}

const adverb =
  /^(?:not|just|even|ever|still|simply|always|really|fully|properly|[a-z]{2,}(?<!app|rep|re|f|supp|app|comp)ly)$/u
const nounInIng =
  /^(?:(?:some|any|every|no)?thing|morning|evening|feelings?|wedding|meeting|king|ring|building|clothing|spring)$/u
const clause =
  /^(?:i|he|she|we|they|you|there|nobody|no one|everyone|everybody|everything|nothing) |^(?:it|this|that|my [a-z]+) (?:is|are|was|were|does|do|did|will|never|always|keeps?|has|have|takes|makes|feels)\b/iu

/** Says when, not what. */
const lately =
  /(?: (?:lately|recently|every (?:day|night|morning|evening|week)|right now|these days|at the moment|today|again|any ?more|at all))?[\s,;:–—-]*$/iu

/** How it ended is no part of what it was. */
const ending = /,? (?:after|despite) .*$/iu

const basesOf: Readonly<Record<string, string>> = { dealt: 'deal', failed: 'fail', suffered: 'suffer' }
const pastAct = /^(?:dealt|failed|suffered)\b/iu

export function nameObstacle(obstacle: Obstacle): string {
  const what = obstacle.what.replace(lately, '')
  const from = obstacle.from.replace(lately, '')
  switch (obstacle.frame) {
    case 'trouble':
      return nameTrouble(what.replace(ending, ''), obstacle.before)
    case 'doing':
      return `trouble ${startGerund(what)}`
    case 'said':
      return clause.test(what) ? what : withoutTo(what)
    case 'being':
      return `being ${from}`
    case 'acting':
      return startGerund(from.replace(pastAct, (form) => basesOf[form.toLowerCase()] ?? form))
    case 'not acting':
      return `not ${startGerund(from)}`
    case 'not knowing':
      return `not knowing ${from}`
    case 'lacking':
      return nameLack(what, obstacle.before)
  }
}

function nameTrouble(what: string, before: string): string {
  if (/ to $/u.test(before)) return `trouble ${startGerund(what)}`
  if (/^to /iu.test(what)) return `trouble ${/ not $/u.test(before) ? 'not ' : ''}${withoutTo(what)}`
  if (clause.test(what) || /^not /iu.test(what)) return what
  return isGerund(what) ? `trouble ${what}` : `trouble with ${what}`
}

function isGerund(what: string): boolean {
  const [first = ''] = what.toLowerCase().split(' ')
  return first.endsWith('ing') && first.length > 4 && !nounInIng.test(first)
}

const withoutTo = (what: string) => (/^to /iu.test(what) ? startGerund(what.slice(3)) : what)

/** Turns the first verb, after its adverbs, into its "-ing" form, and one that goes with it: "sit down and write". */
function startGerund(words: string): string {
  const all = words.split(' ')
  const at = all.findIndex((word) => !adverb.test(word.toLowerCase()))
  const and = all.indexOf('and')
  const isSecond = (index: number) => index === and + 1 && and > at && and - at <= 2 && isAct(all[index] ?? '', 'base')
  return all.map((word, index) => (index === at || isSecond(index) ? gerundOf(word.toLowerCase()) : word)).join(' ')
}

function nameLack(what: string, before: string): string {
  if (/\b(?:enough|much|a lot of) (?:the |any )*$/u.test(before)) return `not having enough ${what}`
  const bare = what
    .replace(/^any ?one /iu, 'one ')
    .replace(/^anyone$/iu, 'one')
    .replace(/^a /iu, '')
  return `having no ${bare}`
}
