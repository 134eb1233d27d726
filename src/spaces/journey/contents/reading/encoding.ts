/**
 * Tells how bytes spell text. A byte order mark decides; then UTF-8 by its own strict form, then UTF-16 by its zero
 * bytes, then the 8-bit encoding in which the text looks most like a language (see `plausibility.ts`). An encoding that
 * a person chose is held to the same: what it reads must be text.
 */
import { Problem } from '#contract/problem'
import { contentUnreadable, type TextEncoding } from '../../contract.ts'
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
  const marked = marks.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (marked) return decodeMarked(bytes, marked.encoding, encoding)
  if (encoding) return decodeChosen(bytes, encoding)
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined && !hasControls(utf8, mostControls.utf8)) return found(utf8, 'utf-8')
  const wide = guessUtf16(bytes)
  return wide ?? decodeEightBit(bytes, type)
}

const found = (text: string, encoding: TextEncoding): Decoded => ({ text, encoding, alternatives: [], warnings: [] })

/** Formats that are spelled in plain characters but are not a person's text. */
const documents: Record<string, string> = { 'application/pdf': 'a PDF document', 'application/rtf': 'an RTF document' }

function refuseDocuments(type: string) {
  const document = documents[type]
  if (document) throw unreadable(`This is ${document}, not plain text. Save it as .txt and bring that.`)
}

const unreadable = (words: string) => new Problem(contentUnreadable, words)

/** The mark names the encoding, so the file may be broken elsewhere and is still read. */
function decodeMarked(bytes: Uint8Array, marked: TextEncoding, chosen: TextEncoding = marked): Decoded {
  if (chosen !== marked) throw unreadable(`This is not ${chosen}: the file says that it is ${marked}.`)
  const text = tryDecode(bytes, marked)
  if (text !== undefined) return found(text, marked)
  const patched = new TextDecoder(marked).decode(bytes)
  if (isMostlyBroken(patched)) throw unreadable(`This says that it is ${marked}, but it does not read as text.`)
  const warnings = ['The file ends or breaks in the middle of a character. The broken places are shown as “\uFFFD”.']
  return { ...found(patched, marked), warnings }
}

/** A file that was cut short has one broken place; one in ten is no text. */
function isMostlyBroken(text: string) {
  const broken = text.split('\uFFFD').length - 1
  return hasControls(text) || (broken > 1 && broken * 10 > text.length)
}

function decodeChosen(bytes: Uint8Array, encoding: TextEncoding): Decoded {
  const text = tryDecode(bytes, encoding)
  if (text === undefined) throw unreadable(`This is not ${encoding}: some bytes do not fit. Choose another encoding.`)
  if (hasControls(text)) throw unreadable(`Read as ${encoding} this is not text. Choose another encoding.`)
  return { ...found(text, encoding), alternatives: eightBit.filter((other) => other !== encoding) }
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
function guessUtf16(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined
  const zeros = { even: 0, odd: 0 }
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd'] += 1
  if (zeros.even === zeros.odd) return undefined
  const encoding: TextEncoding = zeros.odd > zeros.even ? 'utf-16le' : 'utf-16be'
  const text = tryDecode(bytes, encoding)
  return text !== undefined && !hasControls(text) ? found(text, encoding) : undefined
}

/** Shares of control characters that are forgiven. What is valid UTF-8 is hardly by chance, so it may have more. */
const mostControls = { usual: 0.01, utf8: 0.1 }

/** Tab, line ends and form feed belong to text; of other control characters a stray one is forgiven, a row is not. */
function hasControls(text: string, most = mostControls.usual) {
  let count = 0
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) count += 1
  return count > text.length * most
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
