/**
 * Reads the words, marks and emoji of a passage with their exact places. The normal form of a word is what lexicons
 * are written in: lower case, straight apostrophes, contractions complete, no possessive, no stretched letters.
 */
import type { Passage } from '../findings.ts'

export interface Word {
  readonly start: number
  readonly end: number
  /** The normal form. Marks such as commas keep themselves, emoji lose their variation and skin tone. */
  readonly form: string
  readonly kind: 'word' | 'mark' | 'emoji'
}

const longestWord = 60

const pattern =
  /(?<emoji>\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*|<3+|[:;=]['’]?-?[()DPp/|\][](?![\p{L}\p{N}])|\^_*\^)|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘´`][\p{L}\p{N}]+)*)|(?<mark>[.,!?;:…—–()"“”\n])/gu

const contractions = new Map(
  Object.entries({
    dont: "don't",
    doesnt: "doesn't",
    didnt: "didn't",
    cant: "can't",
    cannot: "can't",
    couldnt: "couldn't",
    wouldnt: "wouldn't",
    shouldnt: "shouldn't",
    isnt: "isn't",
    arent: "aren't",
    wasnt: "wasn't",
    werent: "weren't",
    hasnt: "hasn't",
    havent: "haven't",
    hadnt: "hadn't",
    wont: "won't",
    aint: "ain't",
    im: "i'm",
    ive: "i've",
    youre: "you're",
    youve: "you've",
    theyre: "they're",
    thats: "that's",
    whats: "what's",
    hes: "he's",
    shes: "she's",
    u: 'you',
    ur: 'your',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'have to',
  }),
)

const clitics = new Set([
  'it',
  'that',
  'what',
  'he',
  'she',
  'there',
  'let',
  'who',
  'how',
  'where',
  'here',
  'when',
  'why',
])

/** Returns the words of a passage in order. `isKnown` tells whether a form is in some lexicon. */
export function readWords(text: string, passage: Passage, isKnown: (form: string) => boolean): Word[] {
  const words: Word[] = []
  const slice = text.slice(passage.start, passage.end)
  for (const match of slice.matchAll(pattern)) {
    const start = passage.start + match.index
    const place = { start, end: start + match[0].length }
    if (match.groups?.['emoji']) words.push({ ...place, form: normaliseEmoji(match[0]), kind: 'emoji' })
    else if (match.groups?.['mark']) words.push({ ...place, form: match[0], kind: 'mark' })
    else words.push(...expandContraction(place, normaliseWord(match[0], isKnown)))
  }
  return words
}

function* expandContraction(place: Passage, form: string): Generator<Word> {
  for (const part of form.split(' ')) yield { ...place, form: part, kind: 'word' }
}

function normaliseEmoji(raw: string): string {
  const plain = raw
    .replace(/[\uFE0F\p{Emoji_Modifier}]/gu, '')
    .replace(/-/gu, '')
    .replace(/’/gu, "'")
  if (/^<3+$/u.test(plain)) return '<3'
  return /^\^_*\^$/u.test(plain) ? '^^' : plain.toLowerCase()
}

/** Brings one raw word to its normal form; a stretched word loses letters until a lexicon knows it. */
export function normaliseWord(raw: string, isKnown: (form: string) => boolean): string {
  if (raw.length > longestWord) return ''
  const form = raw.toLowerCase().replace(/[’‘´`]/gu, "'")
  const whole = contractions.get(form)
  if (whole !== undefined) return whole
  const base = dropPossessive(form)
  return /(.)\1\1/u.test(base) ? shortenStretch(base, isKnown) : base
}

function dropPossessive(form: string): string {
  if (!form.endsWith("'s")) return form
  const owner = form.slice(0, -2)
  return clitics.has(owner) ? form : owner
}

function shortenStretch(form: string, isKnown: (form: string) => boolean): string {
  const double = form.replace(/(.)\1{2,}/gu, '$1$1')
  if (isKnown(double)) return double
  const single = form.replace(/(.)\1{2,}/gu, '$1')
  return isKnown(single) ? single : double
}
