/** Reads the tense of a verb form with what governs it: "did", "have", a modal, or the verb before its "to". */
import type { Tense } from '../findings.ts'
import { formAt, hardMarks, skipAdverbs } from './forms.ts'
import { aims, memories, perfects, verbKindOf } from './verb-forms.ts'
import { adverbs, copulas, otherObjects, selfObjects } from './word-groups.ts'

const reach = 16

export interface TenseReading {
  readonly tense: Tense
  /** Where the words that decided begin. */
  readonly at: number
}

/** The reading of the nearest finite verb at or before `start`, within its sentence. */
export function readBackwards(forms: readonly string[], start: number): TenseReading | undefined {
  for (let index = start; index >= Math.max(0, start - reach); index--) {
    if (hardMarks.has(formAt(forms, index))) return undefined
    const reading = readVerb(forms, index)
    if (reading) return reading
  }
  return undefined
}

/** The tense that the word at `index` gives, or undefined where it is no finite verb. */
export function readVerb(forms: readonly string[], index: number): TenseReading | undefined {
  switch (verbKindOf(formAt(forms, index))) {
    case 'future':
      return { tense: 'future', at: index }
    case 'contracted':
      return { tense: readContracted(forms, index), at: index }
    case 'modal':
      return { tense: readModal(forms, index), at: index }
    case 'participle':
      return memories.has(formAt(forms, index - 1)) ? { tense: 'past', at: index - 1 } : undefined
    case 'base':
      return readBase(forms, index)
    case 'present':
      return { tense: 'now', at: index }
    case 'past':
      return readPast(forms, index)
    case undefined:
      return isRegularPast(forms, index) ? readPast(forms, index) : undefined
  }
}

function isRegularPast(forms: readonly string[], index: number): boolean {
  const form = formAt(forms, index)
  if (form.length < 5 || !form.endsWith('ed')) return false
  return !copulas.has(formAt(forms, skipAdverbs(forms, index - 1))) || perfects.has(formAt(forms, index - 1))
}

/** "I'd been" is "I had been", "I'd be" is "I would be". */
function readContracted(forms: readonly string[], index: number): Tense {
  const after = nextWord(forms, index)
  return after === 'been' || verbKindOf(after) === 'past' ? 'past' : 'hypothetical'
}

/** "I could feel it" and "I couldn't stop" happened, "I could be" did not; "she would often" tells a habit. */
function readModal(forms: readonly string[], index: number): Tense {
  const form = formAt(forms, index)
  if (form === 'would' && /^(?:always|often|usually|sometimes)$/u.test(formAt(forms, index + 1))) return 'past'
  if (form !== 'could' && form !== "couldn't") return 'hypothetical'
  return /^(?:be|have)$/u.test(nextWord(forms, index)) ? 'hypothetical' : 'past'
}

function nextWord(forms: readonly string[], index: number): string {
  const next = formAt(forms, index + 1)
  return adverbs.has(next) ? formAt(forms, index + 2) : next
}

/** A base form is present, unless "did", a modal or "to" stands before it, or somebody is made to: "made me feel". */
function readBase(forms: readonly string[], index: number): TenseReading {
  const at = skipAdverbs(forms, index - 1)
  const governor = formAt(forms, at)
  if (governor === 'to') return readInfinitive(forms, at)
  if (governor === 'did' || governor === "didn't") return { tense: 'past', at }
  const outer = isObject(governor) ? readBackwards(forms, at - 1) : readModalAt(forms, at)
  return outer ?? { tense: 'now', at: index }
}

/** "Have felt" reaches until now, "will have felt" and "would have felt" do not. */
function readPast(forms: readonly string[], index: number): TenseReading {
  const at = skipAdverbs(forms, index - 1)
  if (!perfects.has(formAt(forms, at))) return { tense: 'past', at: index }
  return readModalAt(forms, skipAdverbs(forms, at - 1)) ?? { tense: 'now', at }
}

function readModalAt(forms: readonly string[], index: number): TenseReading | undefined {
  const kind = verbKindOf(formAt(forms, index))
  return kind === 'future' || kind === 'modal' || kind === 'contracted' ? readVerb(forms, index) : undefined
}

/** `index` is where "to" stands. */
function readInfinitive(forms: readonly string[], index: number): TenseReading {
  const before = skipAdverbs(forms, index - 1)
  const at = isObject(formAt(forms, before)) ? before - 1 : before
  const governor = formAt(forms, at)
  if (governor === 'used') return { tense: 'past', at }
  if (governor === 'going' || governor === 'about') return { tense: readGoing(forms, at), at }
  if (aims.has(governor)) return { tense: 'hypothetical', at }
  return readBackwards(forms, at) ?? { tense: 'now', at: index }
}

/** "I'm going to be" is expected, "I was going to be" came otherwise. */
function readGoing(forms: readonly string[], index: number): Tense {
  const governor = formAt(forms, skipAdverbs(forms, index - 1))
  return /^(?:was|were|wasn't|weren't)$/u.test(governor) ? 'hypothetical' : 'future'
}

function isObject(form: string): boolean {
  return selfObjects.has(form) || otherObjects.has(form)
}
