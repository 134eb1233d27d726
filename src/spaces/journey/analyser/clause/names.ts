/** Tells which words of a passage name people: nouns such as "boss", and first names written as names. */
import type { Word } from '../text/words.ts'
import { hardMarks, isFinite } from './forms.ts'
import { adverbs, clauseOpeners, firstNames, people, prepositions, selfSubjects } from './word-groups.ts'

const notNames =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|god|lord|christmas|easter|thanksgiving|english|covid|internet|tv)$/u

/** Returns whether the word at an index names somebody. */
export function tellPeople(text: string, words: readonly Word[]): (index: number) => boolean {
  const isShouted = !/\p{Ll}/u.test(text.slice(words[0]?.start, words.at(-1)?.end))
  return (index) => {
    const word = words[index]
    if (word?.kind !== 'word') return false
    if (people.has(word.form)) return true
    return !isShouted && isCapital(text, word) && isName(words, index)
  }
}

function isCapital(text: string, { start }: Word): boolean {
  return /\p{Lu}/u.test(text.charAt(start))
}

/** A capital within a sentence makes a name where a verb follows; at its start only a known first name is one. */
function isName(words: readonly Word[], index: number): boolean {
  const form = formOf(words, index)
  if (firstNames.has(form)) return true
  if (form.length < 2 || selfSubjects.has(form) || clauseOpeners.has(form) || notNames.test(form)) return false
  return isWithinSentence(words, index) && isFollowedByVerb(words, index)
}

function isWithinSentence(words: readonly Word[], index: number): boolean {
  const before = formOf(words, index - 1)
  if (before === '' || before === 'the' || prepositions.has(before)) return false
  return !hardMarks.has(before) && words[index - 1]?.end !== words[index]?.start
}

function isFollowedByVerb(words: readonly Word[], index: number): boolean {
  const next = formOf(words, index + 1)
  return isFinite(adverbs.has(next) ? formOf(words, index + 2) : next)
}

function formOf(words: readonly Word[], index: number): string {
  return words[index]?.form ?? ''
}
