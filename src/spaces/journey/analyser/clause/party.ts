/** The people named in a clause: where each stands, whether it is the person who speaks, and whether it acts. */
import { type Mention, hardMarks, isFinite } from './forms.ts'
import {
  adverbs,
  causers,
  clauseOpeners,
  determiners,
  embedders,
  otherObjects,
  otherSubjects,
  prepositions,
  reflexives,
  selfObjects,
  selfSubjects,
} from './word-groups.ts'

export type Who = 'self' | 'other'

/** A passage as rows of word forms; `isPerson` tells the nouns and names of people. */
export interface Clause {
  readonly forms: readonly string[]
  isPerson(index: number): boolean
}

export interface Party {
  readonly who: Who
  /** The first word: "my" of "my old boss". */
  readonly start: number
  readonly role: 'subject' | 'object' | 'bystander'
}

const subjectGap = 3
const longestName = 4

/** The person named by the word at `index`, or undefined where it names none. */
export function readParty(clause: Clause, index: number): Party | undefined {
  const form = clause.forms[index] ?? ''
  if (selfSubjects.has(form)) return { who: 'self', start: index, role: 'subject' }
  if (otherSubjects.has(form)) return { who: 'other', start: index, role: isGoverned(clause, index) }
  if (selfObjects.has(form)) return { who: 'self', start: index, role: 'object' }
  const isPronoun = otherObjects.has(form) && !isOwner(clause, index)
  if (isPronoun) return { who: 'other', start: index, role: 'object' }
  if (!clause.isPerson(index) || reflexives.has(form)) return undefined
  const start = findStart(clause, index)
  return { who: 'other', start, role: roleOf(clause, { from: start, to: index + 1 }) }
}

/** "You" and "everybody" look the same as subject and as object. */
function isGoverned({ forms }: Clause, index: number): Party['role'] {
  const isAmbiguous = /^(?:you|every|some|any|nobody)/u.test(forms[index] ?? '')
  return isAmbiguous && prepositions.has(forms[index - 1] ?? '') ? 'bystander' : 'subject'
}

/** "Her" owns where a person or a thing of hers follows. */
function isOwner(clause: Clause, index: number): boolean {
  const next = clause.forms[index + 1] ?? ''
  return clause.forms[index] === 'her' && (clause.isPerson(index + 1) || determiners.has(next))
}

function findStart({ forms }: Clause, index: number): number {
  let start = index
  while (start > 0 && index - start < longestName && determiners.has(forms[start - 1] ?? '')) start -= 1
  return start
}

function roleOf(clause: Clause, noun: Mention): Party['role'] {
  const { forms } = clause
  const before = forms[noun.from - 1] ?? '.'
  if (prepositions.has(before)) return 'bystander'
  if (causers.has(before) && !isFollowedByVerb(clause, noun.to)) return 'object'
  if (isOpening(before)) return 'subject'
  return isFollowedByVerb(clause, noun.to) ? 'subject' : 'object'
}

function isOpening(form: string): boolean {
  return form === ',' || hardMarks.has(form) || clauseOpeners.has(form) || embedders.has(form)
}

function isFollowedByVerb({ forms }: Clause, at: number): boolean {
  for (let index = at; index < at + subjectGap; index++) {
    const form = forms[index] ?? ''
    if (isFinite(form)) return true
    if (!adverbs.has(form) && form !== 'who') return false
  }
  return false
}
