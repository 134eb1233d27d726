/**
 * Finds out who has a feeling: the subject of its clause, the object that somebody puts into it, the owner of the noun,
 * or the one whose words are quoted. Where nobody is named, it is whoever speaks.
 */
import { type Mention, formAt, hardMarks, isFinite } from './forms.ts'
import { type Clause, type Party, type Who, readParty } from './party.ts'
import {
  adverbs,
  causers,
  clauseOpeners,
  clauseBreaks,
  copulas,
  determiners,
  objectFelt,
  otherOwners,
  selfObjects,
  selfOwners,
  selfSubjects,
  stimuli,
  things,
} from './word-groups.ts'

const reach = 14
const faces = new Set('eyes face voice tone expression words heart look smile'.split(' '))
const feelings = new Set('feel feels felt feeling'.split(' '))

export function findHolder(clause: Clause, mention: Mention): Who {
  return (
    findInside(clause, mention) ??
    findAfter(clause, mention) ??
    findOwner(clause, mention) ??
    findBefore(clause, mention) ??
    'self'
  )
}

/** "I miss" names its holder itself. */
function findInside({ forms }: Clause, { from, to }: Mention): Who | undefined {
  const isOwn = (form: string) => selfSubjects.has(form) || selfObjects.has(form) || selfOwners.has(form)
  return forms.slice(from, to).some(isOwn) ? 'self' : undefined
}

function findAfter(clause: Clause, mention: Mention): Who | undefined {
  const last = formAt(clause.forms, mention.to - 1)
  if (clause.forms[mention.from - 1] === 'how') return readNext(clause, mention.to)?.who
  if (stimuli.has(last)) return isFelt(clause, mention) ? undefined : findTarget(clause, mention.to)
  if (objectFelt.has(last) && !isState(clause, mention)) {
    const party = readNext(clause, mention.to)
    if (party) return party.who
  }
  return isSeenIn(clause, mention.to) ? 'other' : findDescribed(clause, mention)
}

/** "She felt awful" is of her, "she was awful" of whoever tells. */
function isFelt({ forms }: Clause, { from }: Mention): boolean {
  return feelings.has(formAt(forms, skipAdverbs(forms, from - 1)))
}

function findTarget(clause: Clause, to: number): Who {
  return clause.forms[to] === 'for' || clause.forms[to] === 'to' ? (readNext(clause, to + 1)?.who ?? 'self') : 'self'
}

/** "Annoyed" after "was" is a state of the subject, after a person it is what the person did. */
function isState({ forms }: Clause, { from }: Mention): boolean {
  return copulas.has(formAt(forms, from - 1))
}

function readNext(clause: Clause, at: number): Party | undefined {
  for (let index = at; index < at + 4; index++) {
    const party = readParty(clause, index)
    if (party) return party
    const form = formAt(clause.forms, index)
    if (!determiners.has(form) && !adverbs.has(form)) return undefined
  }
  return undefined
}

/** "The fear in his eyes". */
function isSeenIn(clause: Clause, to: number): boolean {
  const { forms } = clause
  if (forms[to] !== 'in' && forms[to] !== 'on') return false
  const owner = formAt(forms, to + 1)
  const isOthers = otherOwners.has(owner) || clause.isPerson(to + 2)
  return isOthers && forms.slice(to + 2, to + 5).some((form) => faces.has(form))
}

/** "The crying child" and "my furious boss" tell of the child and the boss. */
function findDescribed(clause: Clause, { from, to }: Mention): Who | undefined {
  const { forms } = clause
  return clause.isPerson(to) && determiners.has(formAt(forms, skipAdverbs(forms, from - 1))) ? 'other' : undefined
}

/** "His anger", "my deep sadness". */
function findOwner(clause: Clause, { from }: Mention): Who | undefined {
  const before = formAt(clause.forms, from - 1)
  const near = selfOwners.has(before) || otherOwners.has(before) ? before : formAt(clause.forms, from - 2)
  if (near !== before && !isPlainWord(before)) return undefined
  if (otherOwners.has(near)) return 'other'
  return selfOwners.has(near) && !clause.isPerson(from - 1) ? 'self' : undefined
}

function isPlainWord(form: string): boolean {
  return /^\p{L}+$/u.test(form) && !isFinite(form) && !clauseOpeners.has(form)
}

function findBefore(clause: Clause, { from }: Mention): Who | undefined {
  const { forms } = clause
  let isRelative = false
  for (let index = from - 1; index >= Math.max(0, from - reach); index--) {
    const form = formAt(forms, index)
    if (isClauseEnd(forms, index)) return undefined
    if (isThing(forms, index)) return undefined
    isRelative ||= form === 'who'
    const party = readParty(clause, index)
    if (party && (isRelative || holds(clause, party, { from: index + 1, to: from }))) return joined(clause, party)
    if (party) index = party.start
  }
  return undefined
}

/** Clauses end at marks; a comma or a conjunction that a verb follows lets the subject before it speak on. */
function isClauseEnd(forms: readonly string[], index: number): boolean {
  const form = formAt(forms, index)
  if (hardMarks.has(form)) return true
  if (form !== ',' && !clauseBreaks.has(form)) return false
  const next = formAt(forms, index + 1)
  if (next === 'who' || isFinite(next)) return false
  const isLink = clauseOpeners.has(next) || adverbs.has(next)
  return !isLink || !isFinite(formAt(forms, index + 2))
}

function isThing(forms: readonly string[], index: number): boolean {
  if (!things.has(formAt(forms, index))) return false
  if (formAt(forms, index).includes("'")) return true
  return forms.slice(index + 1, index + 3).some((form) => isFinite(form) && !causers.has(form))
}

/** Subjects hold what is said after them; an object does where somebody puts it into that state. */
function holds({ forms }: Clause, party: Party, between: Mention): boolean {
  if (party.role === 'subject') return true
  if (party.role === 'bystander' || !causers.has(formAt(forms, party.start - 1))) return false
  return forms
    .slice(between.from, between.to)
    .every((form) => adverbs.has(form) || feelings.has(form) || isInfinitive(form))
}

const isInfinitive = (form: string) => form === 'to' || form === 'be' || form === 'being'

/** "Me and my husband" are two of whom one speaks. */
function joined({ forms }: Clause, { who, start }: Party): Who {
  if (who === 'self' || forms[start - 1] !== 'and') return who
  const first = formAt(forms, start - 2)
  return first === 'me' || first === 'i' ? 'self' : who
}

function skipAdverbs(forms: readonly string[], index: number): number {
  let at = index
  while (at > 0 && adverbs.has(formAt(forms, at)) && !determiners.has(formAt(forms, at))) at -= 1
  return at
}
