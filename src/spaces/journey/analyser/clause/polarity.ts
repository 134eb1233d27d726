/**
 * Tells whether a feeling is denied, and whether it is said to have ended: "no longer afraid". A negation reaches over
 * a few words of its clause; some say more instead of less ("never been happier"), and two of them take each other back.
 */
import { type Mention, formAt, hardMarks } from './forms.ts'
import { negators, otherSubjects, selfSubjects } from './word-groups.ts'

export type Polarity = 'present' | 'absent' | 'ended'

const reach = 6
const clauseEnds = new Set([...hardMarks, ',', 'but', 'although', 'though', 'because', 'however', 'since', 'while'])
const shortNegators = new Set(['no', 'less', 'without', 'nor', 'none', 'nothing'])
const falseNegations = new Set([
  'only',
  'just',
  'wonder',
  'doubt',
  'to',
  'matter',
  'one',
  'mention',
  'merely',
  'simply',
])
const inverted = new Set(['you', 'we', 'it', 'they', 'he', 'she', 'this', 'that'])
/** Laughter, emoji and thanks stand outside the clause that a negation governs. */
const exclamation = /^(?:l+o+l+|lmf?ao+|rofl|a?(?:ha)+h?|(?:he){2,}|xd|wow|omg|thanks|sorry)$|^[^\p{L}]/u
const comparative = /(?:[^aeiou]ier|der|tter|more|worse|better)$/u

/** Not to be able to stop, hide or deny a feeling is to have it. */
const unstoppable =
  /^(?:help|stop|stopped|hide|deny|contain|shake|forget|ignore|escape|conceal|control|cease[sd]?|fail(?:s|ed)?|lose|lost)$/u

/** Verbs that pass a negation on to the clause they govern: "I don't think she is happy". */
const raisers =
  /^(?:think|thinks|thought|believe|say|said|saying|feel|guess|suppose|expect|imagine|seem|mean|claim|sure|like|that|convinced)$/u
/** After "rarely" and the like the verb comes before its subject. */
const auxiliaries = /^(?:have|has|had|do|does|did|am|is|are|was|were|will|would|can|could|should)$/u
const embeddedQuestion = new Set('why how what where when whether if who until unless'.split(' '))

const endings =
  /\b(?:stop(?:ped|s)?|quit|done|finished|(?:am|i'm|was|got|getting) over)(?: with)?(?: being| feeling| to be)?(?: so| as| that| all| my| the| this)?$/u
const nothingLeft = /\bno longer(?: so| as| that| all)?$/u
const denials =
  /\b(?:anything but|(?:far|free) (?:from|of)|instead of|rather than|too \p{L}+ to (?:be|feel|get|stay)|refused? to (?:be|feel|get)|fail(?:ed|s)? to (?:be|feel)|(?:lack|absence) of)(?: being| feeling| any)?(?: so| very| that| really| all)?$/u
const emptied =
  /\b(?:nothing to (?:be|feel|get)|no reason to (?:be|feel)|without (?:any|a trace of|a hint of|feeling|being)|no (?:sign|trace|hint) of)(?: so| very| that| really| all)?$/u
const endingsAfter =
  /^(?:(?:is|was|are|were|has|have|had|all|just|finally|now|slowly|completely|suddenly) )*(?:gone|vanished|disappeared|evaporated|melted away|faded away|went away|left me|lifted)\b/u
const anymore = /^(?:\p{L}+ ){0,4}(?:anymore|any more|any longer)\b/u
const denialsAfter = /^(?:i|he|she|we|they) (?:am|was|is|are|were) not\b/u

export function readPolarity(forms: readonly string[], mention: Mention): Polarity {
  if (exclamation.test(forms[mention.from] ?? '')) return 'present'
  const after = forms.slice(mention.to, mention.to + 7).join(' ')
  const said = forms
    .slice(Math.max(0, mention.from - reach), mention.from)
    .join(' ')
    .replace(/^.*[.,!?;:"“”] /u, '')
  if (hasEnded(said) || endingsAfter.test(after)) return 'ended'
  if (isDenied(said) || denialsAfter.test(after)) return 'absent'
  if (!isNegated(forms, mention.from, clauseBefore(forms, mention.from))) return 'present'
  return anymore.test(after) ? 'ended' : 'absent'
}

function hasEnded(said: string): boolean {
  return nothingLeft.test(said) || (endings.test(said) && !holdsNegator(said))
}

function isDenied(said: string): boolean {
  return emptied.test(said) || (denials.test(said) && !holdsNegator(said))
}

function holdsNegator(said: string): boolean {
  return said.split(' ').some((form) => negators.has(form))
}

/** The words of the same clause before the mention, nearest first. */
export function clauseBefore(forms: readonly string[], from: number): string[] {
  const words: string[] = []
  for (let index = from - 1; index >= 0 && words.length < reach; index--) {
    const form = forms[index] ?? ''
    if (clauseEnds.has(form)) break
    words.push(form)
  }
  return words
}

function isNegated(forms: readonly string[], from: number, before: readonly string[]): boolean {
  const distance = before.findIndex((form) => negators.has(form))
  if (distance < 0 || distance >= reachOf(before, distance)) return false
  if (isIdle(forms, from - distance - 1)) return false
  const between = before.slice(0, distance)
  if (leavesClause(between) || isTakenBack(before, distance)) return false
  return !isSuperlative([formAt(forms, from), ...between], formAt(before, distance))
}

/** Whether the negator at `index` denies nothing: "not only", "isn't it", "why wouldn't", "couldn't stop". */
function isIdle(forms: readonly string[], index: number): boolean {
  const next = formAt(forms, index + 1)
  const isTag = inverted.has(next) && index === 0
  return isTag || formAt(forms, index - 1) === 'why' || falseNegations.has(next) || unstoppable.test(next)
}

/** How many words a negator reaches over: "no" only the next two; a view that it denies lets it reach further. */
function reachOf(before: readonly string[], distance: number): number {
  if (shortNegators.has(before[distance] ?? '')) return 2
  if (before[distance - 1] === 'a' && before[distance - 2] === 'single') return reach
  return raisers.test(before[distance - 1] ?? '') ? reach : 4
}

/** Whether a clause with a subject of its own, or an embedded question, begins between the negator and the mention. */
function leavesClause(between: readonly string[]): boolean {
  if (between.some((form) => embeddedQuestion.has(form))) return true
  const subject = between.findLastIndex((form) => selfSubjects.has(form) || otherSubjects.has(form))
  if (subject < 0 || subject === between.length - 1) return false
  const isInverted = subject === between.length - 2 && auxiliaries.test(between[subject + 1] ?? '')
  return !isInverted && !raisers.test(between[subject + 1] ?? '')
}

/** "Not without fear", "never not anxious", "I can't say I wasn't angry". */
function isTakenBack(before: readonly string[], distance: number): boolean {
  const further = before.findIndex((form, index) => index > distance && negators.has(form))
  if (further < 0) return false
  const gap = before.slice(distance + 1, further)
  return gap.length === 0 || gap.some((form) => raisers.test(form) || form === 'deny' || form === 'pretend')
}

/** "Never been so happy" and "couldn't be happier" say more. `words` holds the mention and what precedes it. */
function isSuperlative(words: readonly string[], negator: string): boolean {
  const isOfBeing = words.some((word) => /^(?:been|be|felt|feel|seen|was|am|get|loved|had)$/u.test(word))
  const isOpen = /^(?:never|couldn't|can't|haven't|hasn't|nobody|not|hadn't)$/u.test(negator)
  if (!isOpen || !(isOfBeing || comparative.test(words[0] ?? ''))) return false
  const near = words.slice(0, 3)
  if (near[1] === 'as') return false
  if (near.some((word) => ['more', 'this'].includes(word) || comparative.test(word))) return true
  return (negator === 'never' || words.includes('been')) && near.some((word) => ['so', 'such', 'that'].includes(word))
}
