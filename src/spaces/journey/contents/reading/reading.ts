/**
 * Reads what a person brings as text: recognises encoding and format by the content, keeps every character, and says in
 * plain words what could not be read as meant. Refuses only what holds no text.
 */
import { Problem } from '#contract/problem'
import {
  contentEmpty,
  contentLimits,
  contentTooLong,
  type Segment,
  type TextEncoding,
  type TextFormat,
} from '../../contract.ts'
import { readCaptions } from './captions.ts'
import { decodeText } from './encoding.ts'
import { recogniseFormat } from './format.ts'

export interface Reading {
  /** As the person wrote it; of captions, the spoken words with one cue a line. */
  text: string
  segments: Segment[]
  format: TextFormat
  encoding: TextEncoding
  alternatives: TextEncoding[]
  warnings: string[]
}

/** Reads bytes of a file. `type` is the media type by content; `encoding` overrides what would be recognised. */
export function readBytes(
  bytes: Uint8Array,
  { name, type, encoding }: { name: string; type: string; encoding?: TextEncoding | undefined },
): Reading {
  if (bytes.byteLength === 0) throw new Problem(contentEmpty, 'This file is empty: it has no bytes at all.')
  const decoded = decodeText(bytes, { type, encoding })
  const reading = readText(decoded.text, name)
  return { ...reading, ...decoded, text: reading.text, warnings: [...decoded.warnings, ...reading.warnings] }
}

/** Reads text that is text already, such as a paste. */
export function readText(given: string, name = ''): Reading {
  const { text, warnings } = withoutBrokenCharacters(given)
  const format = recogniseFormat(text, name)
  const whole = { text, segments: [], warnings: [] }
  const read = format === 'vtt' || format === 'srt' ? readCaptions(text, format) : whole
  assertContent(read.text)
  return { ...read, format, encoding: 'utf-8', alternatives: [], warnings: [...warnings, ...read.warnings] }
}

function assertContent(text: string) {
  if (text.trim() === '')
    throw new Problem(contentEmpty, 'There are no words in this. Write a line, or choose another file.')
  if (text.length <= contentLimits.characters) return
  const most = contentLimits.characters.toLocaleString('en')
  throw new Problem(
    contentTooLong,
    `This has more than ${most} characters. Split it into parts; nothing of it was kept.`,
  )
}

/** Halves of surrogate pairs and NUL stand for nothing and cannot be stored: they become U+FFFD, at the same place. */
function withoutBrokenCharacters(given: string) {
  const text = given.toWellFormed().replaceAll('\0', '\uFFFD')
  const warnings = text === given ? [] : ['Some characters were broken and are shown as “\uFFFD”.']
  return { text, warnings }
}
