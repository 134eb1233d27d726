/**
 * Tells how bytes spell text. A byte order mark decides; then UTF-16 by its zero bytes, then UTF-8 by its own strict
 * form, then the 8-bit encoding in which the text looks most like a language (see `plausibility.ts`).
 */
import { Problem } from '#contract/problem'
import { contentUnreadable, type TextEncoding } from '../contract.ts'
import { plausibilityOf } from './plausibility.ts'

export interface Decoded {
  text: string
  encoding: TextEncoding
  alternatives: TextEncoding[]
  warnings: string[]
}

const marks: readonly { encoding: TextEncoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
]
const eightBit: readonly TextEncoding[] = ['windows-1251', 'windows-1252', 'koi8-r', 'ibm866', 'iso-8859-2']

/** Below this, an 8-bit reading is noise rather than words. */
const leastPlausible = 0

export function decodeText(
  bytes: Uint8Array,
  { type, encoding }: { type: string; encoding?: TextEncoding | undefined },
): Decoded {
  refuseDocuments(type)
  if (encoding) return decodeAs(bytes, encoding)
  const marked = marks.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (marked) return decodeAs(bytes, marked.encoding)
  const wide = guessUtf16(bytes)
  if (wide) return decodeAs(bytes, wide)
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined && !hasControls(utf8)) return found(utf8, 'utf-8')
  return decodeEightBit(bytes, type)
}

const found = (text: string, encoding: TextEncoding): Decoded => ({ text, encoding, alternatives: [], warnings: [] })

/** Formats that are spelled in plain characters but are not a person's text. */
const documents: Record<string, string> = { 'application/pdf': 'a PDF document', 'application/rtf': 'an RTF document' }

function refuseDocuments(type: string) {
  const document = documents[type]
  if (document) throw unreadable(`This is ${document}, not plain text. Save it as .txt and bring that.`)
}

const unreadable = (words: string) => new Problem(contentUnreadable, words)

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): Decoded {
  const text = tryDecode(bytes, encoding)
  if (text !== undefined)
    return { ...found(text, encoding), alternatives: eightBit.filter((other) => other !== encoding) }
  if (!encoding.startsWith('utf-16'))
    throw unreadable(`This is not ${encoding}: some bytes do not fit. Choose another encoding.`)
  const lossy = new TextDecoder(encoding).decode(bytes)
  const warnings = ['The file ends or breaks in the middle of a character. The broken places are shown as “\uFFFD”.']
  return { ...found(lossy, encoding), warnings }
}

/** Undefined when a byte does not fit. The byte order mark is a signature and is left out. */
function tryDecode(bytes: Uint8Array, encoding: TextEncoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Spaces and line ends of UTF-16 have a zero byte, always on the same side. */
function guessUtf16(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined
  const zeros = { even: 0, odd: 0 }
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd'] += 1
  if (zeros.even === zeros.odd) return undefined
  const encoding: TextEncoding = zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be'
  const text = tryDecode(bytes, encoding)
  return text !== undefined && !hasControls(text) ? encoding : undefined
}

/** Tab, line ends and form feed belong to text; of other control characters a stray one is forgiven, a row is not. */
function hasControls(text: string) {
  let count = 0
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) count += 1
  return count * 100 > text.length
}

const isControl = (code: number) => (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) || (code >= 0x7f && code < 0xa0)

function decodeEightBit(bytes: Uint8Array, type: string): Decoded {
  const readings = eightBit
    .flatMap((encoding) => {
      const text = tryDecode(bytes, encoding)
      return text === undefined || hasControls(text) ? [] : [{ encoding, text, score: plausibilityOf(text) }]
    })
    .sort((a, b) => b.score - a.score)
  const [best, ...others] = readings
  if (!best || best.score < leastPlausible) throw unreadable(describeUnreadable(type))
  return { ...found(best.text, best.encoding), alternatives: others.map(({ encoding }) => encoding) }
}

function describeUnreadable(type: string) {
  const [family] = type.split('/')
  const kinds: Record<string, string> = {
    image: 'a picture',
    audio: 'a sound recording',
    video: 'a video',
    font: 'a font',
  }
  const kind = kinds[family ?? '']
  if (kind) return `This is ${kind} (${type}), not text. Choose a .txt, .md, .vtt or .srt file.`
  return 'This does not read as text in any encoding that Cairn knows. Save it as UTF-8 and try again.'
}
