/** Cuts a text into sentences, also where nobody typed a full stop: dictated text is cut at connectives. */
import type { Passage } from '../findings.ts'

const longSentence = 400
const longestPassage = 1200

/** Every branch starts at a character that cannot continue the branch before it: long runs are read once. */
const sentenceEnd =
  /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s|$)|[。！？]+["'”’)\]」』]*|\n[^\S\n]*(?=\n)|\n(?=[^\S\n]*(?:[-*•]|\d{1,3}[.)])\s)|(?<=\n[^\n]{0,60})\n(?=[^\S\n]*\p{Lu})/gu
const abbreviation = /(?:^|[\s("'])(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|a\.m|p\.m|approx|no|[a-z])\.$/iu
const connective = /\s(?=(?:and|but|because|so|then|also|which|when|while|although|anyway|i|we)\s)/giu

/** Returns the sentences of the text: in order, trimmed of blanks, covering everything that is not blank. */
export function splitPassages(text: string): Passage[] {
  const passages: Passage[] = []
  let start = 0
  for (const end of sentenceEnds(text)) {
    const sentence = trimBlanks(text, { start, end })
    if (sentence) passages.push(...splitLongSentence(text, sentence))
    start = end
  }
  return passages
}

function* sentenceEnds(text: string): Generator<number> {
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length
    if (!endsInAbbreviation(text, match)) yield end
  }
  yield text.length
}

function endsInAbbreviation(text: string, match: RegExpExecArray): boolean {
  if (match[0] !== '.') return false
  const before = text.slice(Math.max(0, match.index - 8), match.index + 1)
  return abbreviation.test(before) && !/\bi\.$/iu.test(before)
}

function trimBlanks(text: string, passage: Passage): Passage | undefined {
  const raw = text.slice(passage.start, passage.end)
  const start = passage.start + (raw.length - raw.trimStart().length)
  const end = passage.end - (raw.length - raw.trimEnd().length)
  return start < end ? { start, end } : undefined
}

function splitLongSentence(text: string, sentence: Passage): Passage[] {
  const pieces: Passage[] = []
  let rest: Passage | undefined = sentence
  while (rest && rest.end - rest.start > longSentence) {
    const cut = rest.start + findCut(text.slice(rest.start, Math.min(rest.end, rest.start + longestPassage)))
    const piece = trimBlanks(text, { start: rest.start, end: cut })
    if (piece) pieces.push(piece)
    rest = trimBlanks(text, { start: cut, end: rest.end })
  }
  if (rest) pieces.push(rest)
  return pieces
}

/** Prefers a connective after about 150 characters, then any blank, and cuts a word only when there is none. */
function findCut(slice: string): number {
  for (const match of slice.slice(0, longSentence).matchAll(connective)) {
    if (match.index >= 150) return match.index
  }
  const blank = slice.slice(longSentence / 2).search(/\s/u)
  if (blank >= 0) return longSentence / 2 + blank
  const splitsPair = /[\uD800-\uDBFF]/u.test(slice.charAt(slice.length - 1)) || isHighSurrogate(slice)
  return splitsPair && slice.length > 1 ? slice.length - 1 : slice.length
}

function isHighSurrogate(slice: string): boolean {
  const last = slice.charCodeAt(slice.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}
