/** Walking over the word forms of a passage; beyond its ends there are empty words. */
import { verbKindOf } from './verb-forms.ts'
import { adverbs } from './word-groups.ts'

/** The words from `from` up to, but not with, `to`. */
export interface Mention {
  readonly from: number
  readonly to: number
}

/** Marks that no clause reaches over. */
export const hardMarks = new Set(['.', '!', '?', ';', ':', '…', '\n', '"', '“', '”', '(', ')', '—', '–'])

export function formAt(forms: readonly string[], index: number): string {
  return forms[index] ?? ''
}

/** The index of the nearest word at or before `index` that is no adverb. */
export function skipAdverbs(forms: readonly string[], index: number): number {
  let at = index
  while (at > 0 && adverbs.has(formAt(forms, at)) && formAt(forms, at) !== 'now') at -= 1
  return at
}

export function isFinite(form: string): boolean {
  const kind = verbKindOf(form)
  return kind === undefined ? form.length > 4 && form.endsWith('ed') : kind !== 'participle'
}
