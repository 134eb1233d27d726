/**
 * A sentence as the rules of elements read it: contractions written out, fillers and stutters left out, every place
 * traceable to the text as given.
 */
import type { Passage, Span } from '../findings.ts'
import type { Word } from './words.ts'

export interface Sentence {
  readonly text: string
  readonly passage: Passage
  /** Words divided by single blanks: "i will not go , she said". */
  readonly normal: string
  readonly isQuestion: boolean
  /** The source place of a range of `normal`, widened to whole words. */
  locate(from: number, to: number): Passage | undefined
}

interface Place {
  readonly at: number
  readonly word: Word
}

const fillers = new Set(['um', 'uh', 'erm', 'uhm', 'hmm', 'mhm'])
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/^won't$/u, 'will not'],
  [/^can't$/u, 'can not'],
  [/^ain't$/u, 'am not'],
  [/^let's$/u, 'let us'],
  [/n't$/u, ' not'],
  [/'m$/u, ' am'],
  [/'ll$/u, ' will'],
  [/'ve$/u, ' have'],
  [/'re$/u, ' are'],
  [/'d$/u, ' would'],
  [/'s$/u, ' is'],
]

export function readSentence(text: string, passage: Passage, words: readonly Word[]): Sentence {
  const places: Place[] = []
  let normal = ''
  for (const [index, word] of words.entries()) {
    if (isNoise(word, words[index + 1])) continue
    if (normal !== '') normal += ' '
    places.push({ at: normal.length, word })
    normal += writeOut(word.form)
  }
  return {
    text,
    passage,
    normal,
    isQuestion: /\?["'”’)\s]*$/u.test(text.slice(Math.max(passage.start, passage.end - 6), passage.end)),
    locate: (from, to) => locate(places, from, to),
  }
}

function isNoise(word: Word, next: Word | undefined): boolean {
  if (word.kind === 'emoji' || word.form === '' || fillers.has(word.form)) return true
  if (word.kind !== 'word' || next === undefined) return false
  return next.form === word.form || (word.form === 'i' && next.form.startsWith("i'"))
}

function writeOut(form: string): string {
  for (const [ending, full] of writtenOut) {
    if (ending.test(form)) return form.replace(ending, full)
  }
  return form
}

function locate(places: readonly Place[], from: number, to: number): Passage | undefined {
  const first = places.findLast((place) => place.at <= from)
  const last = places.findLast((place) => place.at < to)
  if (!first || !last || last.word.end <= first.word.start) return undefined
  return { start: first.word.start, end: last.word.end }
}

export function toSpan(sentence: Sentence, place: Passage): Span {
  return { ...place, quote: sentence.text.slice(place.start, place.end) }
}
