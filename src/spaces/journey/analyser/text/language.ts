/**
 * Tells the language of a text: by script where the script decides, by function words where letters are Latin. Short
 * or ambiguous text counts as English, the language this analyser reads.
 */
import { readLexicon } from './lexicon.ts'

/** Addresses and code are in no language. */
const notProse = /```[\s\S]*?```|`[^`\n]*`|\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gu

const sampleLength = 20_000
const shortText = 6

const scripts: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, () => 'ja'],
  [/\p{sc=Han}/gu, (text) => (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) ? 'ja' : 'zh')],
  [/\p{sc=Hangul}/gu, () => 'ko'],
  [/\p{sc=Cyrillic}/gu, tellCyrillic],
  [/\p{sc=Arabic}/gu, tellArabic],
  [/\p{sc=Greek}/gu, () => 'el'],
  [/\p{sc=Hebrew}/gu, () => 'he'],
  [/\p{sc=Devanagari}/gu, () => 'hi'],
  [/\p{sc=Thai}/gu, () => 'th'],
  [/\p{sc=Georgian}/gu, () => 'ka'],
  [/\p{sc=Armenian}/gu, () => 'hy'],
  [/\p{sc=Bengali}/gu, () => 'bn'],
  [/\p{sc=Tamil}/gu, () => 'ta'],
  [/\p{sc=Telugu}/gu, () => 'te'],
  [/\p{sc=Ethiopic}/gu, () => 'am'],
  [/\p{sc=Khmer}/gu, () => 'km'],
]

export type LanguageTeller = (text: string) => string

/** Returns a function from a text to its BCP 47 tag; `und` where there is no letter or an unknown script. */
export function createLanguageTeller(): LanguageTeller {
  const languagesOfWord = new Map<string, string[]>()
  for (const [language = '', list = ''] of readLexicon('function-words')) {
    for (const word of list.split(' ')) {
      languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language])
    }
  }
  return (text) => {
    const sample = text.slice(0, sampleLength).replace(notProse, ' ').normalize('NFC')
    return tellScript(sample) ?? tellLatin(sample.toLowerCase(), languagesOfWord)
  }
}

/** Returns undefined when the letters are mostly Latin. */
function tellScript(sample: string): string | undefined {
  const letters = countMatches(sample, /\p{L}/gu)
  const latin = countMatches(sample, /\p{sc=Latin}/gu)
  if (letters === 0) return 'und'
  if (latin * 2 >= letters) return undefined
  const counted = scripts.map(([pattern, tell]) => ({ count: countMatches(sample, pattern), tell }))
  const main = counted.reduce((best, next) => (next.count > best.count ? next : best))
  return main.count > 0 ? main.tell(sample) : 'und'
}

function tellCyrillic(text: string): string {
  if (/[іїєґ]/iu.test(text) && !/[ыэъў]/iu.test(text)) return 'uk'
  if (/ў/iu.test(text)) return 'be'
  if (/[ђћџљњј]/iu.test(text)) return 'sr'
  return /ъ/iu.test(text) && !/[ыэё]/iu.test(text) ? 'bg' : 'ru'
}

function tellArabic(text: string): string {
  if (/[ٹڈڑے]/u.test(text)) return 'ur'
  return /[پچژگ]/u.test(text) ? 'fa' : 'ar'
}

function tellLatin(sample: string, languagesOfWord: ReadonlyMap<string, readonly string[]>): string {
  const words = sample.match(/\p{L}+/gu) ?? []
  const counts = countLanguages(words, languagesOfWord)
  if (words.length < shortText) return tellShort(words, counts)
  const english = counts.get('en') ?? 0
  let [best, most] = ['en', english * 1.5]
  for (const [language, count] of counts) {
    if (count > most) [best, most] = [language, count]
  }
  return most >= 3 && most >= words.length * 0.15 ? best : 'en'
}

/** A few words are another language only where most of them are its function words, and few are English. */
function tellShort(words: readonly string[], counts: ReadonlyMap<string, number>): string {
  if (words.length < 3) return 'en'
  let [best, most] = ['en', Math.max(words.length * 0.49, (counts.get('en') ?? 0) * 2)]
  for (const [language, count] of counts) if (count > most) [best, most] = [language, count]
  return best
}

function countLanguages(
  words: readonly string[],
  languagesOfWord: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) {
    for (const language of languagesOfWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
