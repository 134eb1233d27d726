/** Texts, titles and queries with which engines may deal in different ways. */
import type { Chance } from '../../world/chance.ts'

const sentences = [
  'I was so anxious about work today.',
  'I always fail at presentations 😀.',
  'I will call my sister tomorrow.',
  'I realised that I need more sleep.',
  'My manager ignored me and I felt small.',
  'I am proud of my garden, and of the gardeners.',
  'Nobody at home listens to me, and I am angry.',
  'Es war ein langer Tag über den Straßen.\r\nIch war müde.',
  'Я очень устал, но день был хорошим.',
  'Crème brûlée at the café: naïve, façade, coöperate.',
  'İstanbul’da ıssız bir gün. ΣΊΣΥΦΟΣ και Σίσυφος.',
  '東京は雨でした。疲れた。',
  'e\u0301te\u0301 and été; ﬁne ﬂow; x² + y²; ½ cup.',
  'She said: "stop" -- well-known, O’Neill’s e-mail a@b.example, 3.14 and 1,000,000.',
  'snake_case under_scores and camelCase, C++ and C#.',
  'A zero\u200bwidth, a soft\u00adhyphen, a tab\tand a no-break\u00a0space.',
  '👩‍👩‍👧‍👦 family, 🇩🇪 flag, Z̵̛͖a̴l̶g̷o̸.',
]
const rare = ['\0', 'a\0b', '\uD800', 'x\uDC00y\uD83D', '\uFFFE\uFFFF', '\u2028', '\u0085', '', ' ', '\u202E']

export function drawSentences(chance: Chance, most: number) {
  const list = Array.from({ length: chance.between(1, most) }, () => chance.pick(sentences))
  if (chance.happens(0.03)) list.push(chance.pick(rare))
  return list.join(' ')
}

const titles = [
  'Monday',
  'monday',
  'Ünder',
  'Zebra',
  'ärger',
  'éclair',
  'Apple',
  'apple pie',
  '_x',
  '10',
  '9',
  '😀',
  'Σ',
]

export function drawTitle(chance: Chance) {
  if (chance.happens(0.04)) return chance.pick(rare)
  return chance.happens(0.5) ? chance.pick(titles) : `${chance.pick(titles)} ${drawWord(chance)}`
}

const wordsOf = (text: string) => text.split(/\s+/)

const drawWord = (chance: Chance) => chance.pick(wordsOf(chance.pick(sentences)))

/** Words, beginnings of words, phrases, what is not wanted, tags and facets, and what is no query at all. */
export function drawQuery(chance: Chance) {
  return Array.from({ length: chance.between(1, 3) }, () => drawTerm(chance)).join(' ')
}

const tags = ['anxiety', 'anxious', 'work', 'joy', 'pride', 'sadness', 'family', 'fear', 'anger', 'sleep']
const odd = [
  '""',
  '-',
  '"',
  '-"',
  'tag:',
  'tag:""',
  '*',
  'a*b',
  'NEAR(a b)',
  'AND',
  "'",
  '\\',
  ':',
  '|',
  '!',
  '<->',
  '&',
]

function drawTerm(chance: Chance): string {
  const word = drawWord(chance)
  switch (chance.between(0, 9)) {
    case 0:
      return `"${wordsOf(chance.pick(sentences)).slice(0, chance.between(2, 4)).join(' ')}"`
    case 1:
      return `-${word}`
    case 2:
      return `${chance.pick(['', '-'])}tag:${chance.pick(tags)}`
    case 3:
      return chance.pick(['space:journey', 'kind:session', '-kind:session', 'space:nowhere', 'SPACE:journey'])
    case 4:
      return word.slice(0, chance.between(1, 4))
    case 5:
      return chance.pick([word.toUpperCase(), word.toLowerCase(), word.normalize('NFD'), word.normalize('NFKC')])
    case 6:
      return chance.pick([...odd, ...rare])
    case 7:
      return drawTitle(chance)
    default:
      return word
  }
}

/** A text as a file, in one of the encodings that are read, or as bytes that are none. */
export function drawFile(chance: Chance): File {
  const text = drawSentences(chance, 8)
  const name = chance.pick(['part.txt', 'notes.md', 'call.vtt', 'call.srt', 'Übung 1.txt', 'no-ending'])
  return new File([new Uint8Array(encode(chance, text))], name)
}

const cues =
  'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Ann>I was so anxious.\n\n00:00:03.000 --> 00:00:04.000\n<v Bob>Why?\n'
const timed = '1\n00:00:01,000 --> 00:00:02,500\nI am angry.\n\n2\n00:00:03,000 --> 00:00:04,000\nI am proud.\n'

function encode(chance: Chance, text: string): Buffer {
  switch (chance.between(0, 7)) {
    case 0:
      return Buffer.from(`\uFEFF${text}`, 'utf16le')
    case 1:
      return Buffer.from(`\uFEFF${text.toWellFormed()}`, 'utf16le').swap16()
    case 2:
      return Buffer.from('Я очень устал, но день был хорошим. Мне было грустно и страшно.'.split('').map(toWindows1251))
    case 3:
      return Buffer.from(text, 'latin1')
    case 4:
      return Buffer.from(chance.pick([cues, timed]))
    case 5:
      return Buffer.from(chance.pick(['', ' \r\n', '\x89PNG\r\n\x1a\n\0\0\0', '\0\0\0\0']), 'latin1')
    default:
      return Buffer.from(text)
  }
}

const toWindows1251 = (letter: string) => {
  const code = letter.codePointAt(0) ?? 0
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}
