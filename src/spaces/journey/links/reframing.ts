/** Whether a later statement contradicts an earlier belief, or puts it into another light. */
import { stemOf, type Shared, type Statement } from './statement.ts'

/** What holds somebody back, where no analysis has told: absolutes, rules, labels, and what is never possible. */
const limiting =
  /\b(?:always|never|nobody|no one|nothing|everyone|everybody|everything|worthless|unworthy|useless|unlovable|stupid|lazy|selfish|ugly|boring|idiot|failure|loser|fail|burden|broken|weak|hopeless|pointless|wrong with me|fault|must|should|have to|can not|not (?:good|smart|strong|worth|capable|able|deserve)|end badly|fall apart)\b/u

export const isLimiting = ({ plain }: Statement) => limiting.test(plain)

/** "It is just a fear", "I do not have to", "it is fine to": what is said is not denied but loses its hold. */
const easing =
  /\b(?:not (?:have|need) to|not mean|not define|not a fact|not always|not every(?:one|thing|body)?|not all|just (?:a|my|an) |only a |allowed to|(?:ok|okay|fine|all right|alright|normal|human|safe) (?:to|that|if)|used to (?:think|believe)|no longer|more than|was wrong|been wrong|not true|not my (?:fault|job)|sometimes|instead of|good enough)/u

const opposites: readonly (readonly [string, string])[] = [
  ['fail', 'succeed'],
  ['fail', 'manage'],
  ['fail', 'capable'],
  ['fail', 'proud'],
  ['worthless', 'worth'],
  ['useless', 'useful'],
  ['useless', 'help'],
  ['stupid', 'smart'],
  ['stupid', 'capable'],
  ['weak', 'strong'],
  ['weak', 'brave'],
  ['alone', 'together'],
  ['alone', 'support'],
  ['burden', 'welcome'],
  ['burden', 'help'],
  ['unlovable', 'lovable'],
  ['break', 'whole'],
  ['bad', 'good'],
  ['wrong', 'right'],
  ['impossible', 'possible'],
  ['perfect', 'mistake'],
  ['perfect', 'human'],
  ['hopeless', 'hope'],
  ['hate', 'like'],
  ['hate', 'care'],
  ['lazy', 'tired'],
  ['lazy', 'rest'],
  ['selfish', 'need'],
  ['dangerous', 'safe'],
  ['pointless', 'matter'],
]

const oppositesOf: ReadonlyMap<string, readonly string[]> = new Map(
  Map.groupBy(
    opposites.flatMap(([one, other]) => [[stemOf(one), stemOf(other)] as const, [stemOf(other), stemOf(one)] as const]),
    ([one]) => one,
  )
    .entries()
    .map(([word, pairs]) => [word, pairs.map(([, other]) => other)]),
)

/** Words whose presence elsewhere would contradict this statement. */
export const oppositeWords = ({ words }: Statement): string[] =>
  words
    .keys()
    .toArray()
    .flatMap((word) => oppositesOf.get(word) ?? [])

/** The same word, denied by exactly one of the two; or the opposite word, by both or neither. */
export function contradicts(one: Statement, other: Statement): boolean {
  for (const word of one.words.keys()) {
    const isDenied = one.denied.has(word)
    if (other.words.has(word) && other.denied.has(word) !== isDenied) return true
    const opposite = (oppositesOf.get(word) ?? []).find((each) => other.words.has(each))
    if (opposite !== undefined && other.denied.has(opposite) === isDenied) return true
  }
  return false
}

const eases = ({ plain }: Statement, belief: Statement) => easing.test(plain) && !easing.test(belief.plain)

/** Whether `later` takes the hold from `belief`, when they share this much. */
export function reframes(later: Statement, belief: Statement, { weight }: Shared): boolean {
  return contradicts(later, belief) || (weight > 0 && eases(later, belief))
}
