/**
 * Words as FTS5 reads them with `porter unicode61 remove_diacritics 2`, so that PostgreSQL finds what SQLite finds:
 * letters and digits, without case, Latin ones without accents, and of each the stem.
 */
import { stemmer } from 'stemmer'

/** Marks that FTS5 drops; at any other mark it ends a word. */
const dropped = '\\u0300-\\u0304\\u0306-\\u030c\\u030f\\u0311\\u031b\\u0323-\\u0328\\u032d\\u032e\\u0330\\u0331'
const droppedMarks = new RegExp(`[${dropped}]`, 'gu')
/** A word in a text, before it is folded. */
const written = new RegExp(`[\\p{L}\\p{N}\\p{Co}${dropped}]+`, 'gu')

/** Small letters that FTS5 takes for others, and JavaScript does not. */
const otherForms: Readonly<Record<string, string>> = { ς: 'σ', ſ: 's', µ: 'μ' }

/** PostgreSQL ends a word at these, so they are written as a letter and a number instead. */
const spelled = (letter: string) => `ǃ${letter.codePointAt(0)}`

/** In bytes: FTS5 leaves longer words as they are. Shorter ones than three letters the stemmer leaves itself. */
const longestStemmed = 64

/** Stems of words that were met: most of a text is of words that were. */
const met = new Map<string, string>()
const mostMet = 20_000

/** Porter's stemmer with his own two departures, as FTS5 has them; the stemmer of PostgreSQL has none. */
function stem(word: string) {
  const known = met.get(word)
  if (known !== undefined) return known
  const found = Buffer.byteLength(word) > longestStemmed ? word : stemmer(word)
  if (met.size === mostMet) met.clear()
  met.set(word, found)
  return found
}

/** The stems of a text, in its order. */
export const stemsOf = (text: string): string[] =>
  (
    text
      .replace(droppedMarks, '')
      .replace(/\p{M}/gu, ' ')
      .replace(/(?![A-Za-z])\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
      .toLowerCase()
      .replace(/[ςſµ]/gu, (letter) => otherForms[letter] ?? letter)
      .replace(/[\p{No}\p{Co}]/gu, spelled)
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem)

/** A word and its place in the text, in UTF-16 units. */
export interface Word {
  stem: string
  start: number
  end: number
}

/** The words of a text with their places. What was read before is taken from `known`, by what was written. */
export function readWords(text: string, known: Map<string, string>): Word[] {
  return Array.from(text.matchAll(written), ({ 0: word, index }) => {
    const found = known.get(word) ?? stemsOf(word).join(' ')
    known.set(word, found)
    return { stem: found, start: index, end: index + word.length }
  })
}
