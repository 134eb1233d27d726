/**
 * Tells when a feeling is: in the past, now, expected, or only imagined. The verb nearest before it decides, with the
 * modal, the "did" or the "to" that governs that verb; where there is none, the verb after it, then words such as
 * "yesterday".
 */
import type { Tense } from '../findings.ts'
import { type Mention, formAt, hardMarks, isFinite, skipAdverbs } from './forms.ts'
import { type TenseReading, readBackwards, readVerb } from './governed.ts'
import { perfects, plainPasts, supposers, verbKindOf } from './verb-forms.ts'
import { clauseOpeners, copulas, otherSubjects, selfSubjects, things } from './word-groups.ts'

const around = 16
const afterNoun = 4

export function readTense(forms: readonly string[], mention: Mention): Tense {
  if (isFronted(forms, mention.to)) return readForwards(forms, mention.to + 2) ?? 'now'
  const isPhrase = mention.to - mention.from > 1
  const reading = readOwnVerb(forms, mention) ?? readBackwards(forms, isPhrase ? mention.to - 1 : mention.from - 1)
  if (!reading) return readForwards(forms, mention.to) ?? readAdverbs(forms, mention)
  return isSupposed(forms, reading.at) ? 'hypothetical' : reading.tense
}

/** "Sad as I was". */
function isFronted(forms: readonly string[], to: number): boolean {
  const link = formAt(forms, to)
  if (link !== 'as' && link !== 'though') return false
  return isSubject(formAt(forms, to + 1)) && copulas.has(formAt(forms, to + 2))
}

/** "She cried", "Lost my job": a past form that nothing governs. */
function readOwnVerb(forms: readonly string[], { from, to }: Mention): TenseReading | undefined {
  const verb = forms.slice(from, to).findIndex((form) => isPastForm(form) || /\p{L}{2}ed$/u.test(form))
  if (verb < 0) return undefined
  const at = from + verb
  const governor = formAt(forms, skipAdverbs(forms, at - 1))
  if (isGovernor(governor)) return undefined
  return isPastForm(formAt(forms, at)) || isSubject(governor) ? { tense: 'past', at } : undefined
}

function isPastForm(form: string): boolean {
  return plainPasts.has(form) || verbKindOf(form) === 'past'
}

function isGovernor(form: string): boolean {
  if (copulas.has(form) || perfects.has(form)) return true
  return /^(?:future|modal|contracted)$/u.test(verbKindOf(form) ?? '') || /^(?:to|did|didn't|can|can't)$/u.test(form)
}

function isSubject(form: string): boolean {
  return selfSubjects.has(form) || otherSubjects.has(form) || things.has(form) || form === 'who' || form === 'and'
}

/** Whether "if", "wish" and the like open the clause of the verb at `index`: what precedes its subject decides. */
function isSupposed(forms: readonly string[], index: number): boolean {
  for (let at = index; at >= Math.max(0, index - 6); at--) {
    const form = formAt(forms, at)
    if (supposers.has(form)) return !(form === 'if' && formAt(forms, at - 1) === 'even')
    if (at < index && isClauseEdge(form)) return false
    if (isSubject(form)) return supposers.has(formBefore(forms, at))
  }
  return false
}

/** The word before a subject, over adverbs and "that". */
function formBefore(forms: readonly string[], subject: number): string {
  const nearest = formAt(forms, subject - 1) === 'that' ? subject - 2 : subject - 1
  return formAt(forms, skipAdverbs(forms, nearest))
}

function isClauseEdge(form: string): boolean {
  return form === ',' || hardMarks.has(form) || (clauseOpeners.has(form) && form !== 'that')
}

/** "The anger was gone": the verb that follows a noun. */
function readForwards(forms: readonly string[], to: number): Tense | undefined {
  for (let index = to; index < to + afterNoun; index++) {
    const form = forms[index] ?? '.'
    if (isClauseEdge(form) || form === 'that' || selfSubjects.has(form)) return undefined
    if (isFinite(form)) return readVerb(forms, index)?.tense
  }
  return undefined
}

function readAdverbs(forms: readonly string[], { from, to }: Mention): Tense {
  const near = forms.slice(Math.max(0, from - around), to + around)
  if (near.some((form, index) => isPastAdverb(form, formAt(near, index + 1)))) return 'past'
  return near.includes('tomorrow') ? 'future' : 'now'
}

function isPastAdverb(form: string, next: string): boolean {
  if (form === 'last') return /^(?:night|week|weekend|month|year|summer|winter|spring|time)$/u.test(next)
  return form === 'yesterday' || form === 'ago' || (form === 'back' && next === 'then')
}
