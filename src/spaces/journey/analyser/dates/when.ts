/** When and how often an action is to be done, from its own words and from a time that stands right before them. */
import type { Sentence } from '../text/sentence.ts'
import type { ActionTraits, Due, Span } from '../findings.ts'
import { findDue } from './dates.ts'
import { findRecurrence } from './recurrence.ts'

type When = Pick<ActionTraits, 'due' | 'recurrence'>

/** Where the words that lead to an action begin: after a mark or a word that opens a new clause. */
const clauseBegin = /^.*(?:[.;:!?—–]|\b(?:and|but|so|because|then)\b)/isu
const filler = /^(?:\s|,|\b(?:well|ok|okay|yes|yeah|maybe|also|or|anyway|hopefully)\b)+/iu

export function whenOf(sentence: Sentence, span: Span | undefined, day: string | undefined): When {
  if (!span) return {}
  const often = findRecurrence(span.quote)
  const recurrence = often ? { recurrence: often.often } : {}
  if (day === undefined) return recurrence
  const words = often ? blankOut(span.quote, often) : span.quote
  const found = findDue(words, day) ?? leadingDue(sentence.text.slice(sentence.passage.start, span.start), day)
  // "Every day at seven" names no day by itself.
  const isOnce = found && !(often && found.day === day)
  return { ...recurrence, ...(isOnce ? { due: dueOf(found) } : {}) }
}

/** "On Friday, …" dates what follows; "She comes on Friday, …" does not. */
function leadingDue(before: string, day: string) {
  const lead = before.replace(clauseBegin, '').replace(filler, '')
  const due = findDue(lead, day)
  return due && due.from === 0 && /^[\s,]*$/u.test(lead.slice(due.to)) ? due : undefined
}

const dueOf = ({ day, time, words }: Due): Due => ({ day, words, ...(time === undefined ? {} : { time }) })

/** Keeps every place where it is. */
const blankOut = (words: string, { from, to }: { from: number; to: number }): string =>
  words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)
