/** Sessions made of words alone: what the plain formats hold, and what a diary of another program is. */
import { createHash } from 'node:crypto'
import type { Segment, TextEncoding, TextFormat } from '../../contract.ts'
import { titleFor } from '../../sessions/sessions.ts'
import { readPortable, type PortableSession } from '../portable.ts'

export interface WordsRead {
  text: string
  segments?: readonly Segment[]
  format?: TextFormat
  encoding?: TextEncoding
  warnings?: readonly string[]
  name?: string
}

/** One content and the transcript that comes of it; nothing where there are no words. */
export function textContent({ id, at, ...words }: WordsRead & { id: string; at: number }) {
  const { text, segments = [], format = 'text', encoding = 'utf-8', warnings = [], name = '' } = words
  if (text === '') return { contents: [], transcript: null }
  const content = {
    id: idFrom(at, `content ${id}`),
    name,
    format,
    encoding,
    warnings,
    characters: text.length,
    createdAt: at,
    file: null,
  }
  return { contents: [content], transcript: { revision: 1, text, segments } }
}

export interface DiaryEntry extends WordsRead {
  date: string
  title?: string | undefined
  /** Now: what has no times of its own begins here. */
  at: number
}

/** A session of an entry without an id. The same words of the same day always make the same one. */
export function sessionOfWords({ date, title, at, ...words }: DiaryEntry): PortableSession {
  const heading = title?.trim().slice(0, 200) || titleFor(date)
  const id = idFrom(Date.parse(date), `session ${date}\n${heading}\n${words.text}`)
  return readPortable({
    ...blank,
    id,
    title: heading,
    date,
    createdAt: at,
    updatedAt: at,
    ...textContent({ ...words, id, at }),
  })
}

/** What a session has before anybody said more about it. */
export const blank = {
  description: '',
  clientName: '',
  professionalName: '',
  language: null,
  isAnalysed: false,
  valence: null,
  analysedRevision: null,
  passages: [],
  elements: [],
}

/** An id in the form of a UUIDv7 of this moment whose random part follows from the seed. */
function idFrom(at: number, seed: string) {
  const time = Math.max(0, Math.trunc(at) || 0)
    .toString(16)
    .padStart(12, '0')
    .slice(-12)
  const random = createHash('sha256').update(seed).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`
}
