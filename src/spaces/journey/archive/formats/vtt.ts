/**
 * A transcript as WebVTT: a cue for each turn, with its voice and its times, and the facts of the session in a note.
 * WebVTT holds no time that is not known and no empty line: which cues have none stands in the note, and a turn with
 * empty lines becomes several cues.
 */
import { z } from 'zod'
import type { Entry } from '#core/personal'
import { readText } from '../../contents/reading/reading.ts'
import { Fault, readPortable, type PortableSession } from '../portable.ts'
import { folderOf } from './json.ts'
import { blank, textContent } from './words.ts'

export interface Cue {
  words: string
  speaker: string | null
  startsAt: number | null
  endsAt: number | null
}

export async function* packVtt(sessions: AsyncIterable<PortableSession>): AsyncGenerator<Entry> {
  for await (const session of sessions) {
    if (session.transcript) yield { path: `${folderOf(session)}.vtt`, content: writeVtt(session) }
  }
}

export function writeVtt(session: PortableSession): string {
  const cues = cuesOf(session)
  const untimed = numbersOf(cues, ({ startsAt }) => startsAt === null)
  const unended = numbersOf(cues, ({ endsAt }) => endsAt === null)
  const { id, title, date, description, clientName, professionalName, createdAt, updatedAt } = session
  const facts = { id, title, date, description, clientName, professionalName, createdAt, updatedAt, untimed, unended }
  let last = 0
  const blocks = cues.map(({ words, speaker, startsAt, endsAt }) => {
    const from = startsAt ?? last
    last = Math.max(from, endsAt ?? from)
    return `${clockOf(from)} --> ${clockOf(last)}\n${voiceOf(speaker)}${escaped(words)}\n`
  })
  return ['WEBVTT\n', `NOTE ${noteName}\n${noteOf(facts)}\n`, ...blocks].join('\n')
}

const numbersOf = (cues: readonly Cue[], holds: (cue: Cue) => boolean) =>
  cues.flatMap((cue, i) => (holds(cue) ? [i] : []))

const noteName = 'cairn-session'

/** A note ends at an empty line and may not hold an arrow; JSON can say both otherwise. */
const noteOf = (facts: object) => JSON.stringify(facts).replaceAll('>', '\\u003e')

/** Every word is in a cue: what stands between the turns, too. */
export function cuesOf({ transcript }: PortableSession): Cue[] {
  const { text = '', segments = [] } = transcript ?? {}
  const cues: Cue[] = []
  let at = 0
  const take = (end: number, turn: Omit<Cue, 'words'>) => {
    cues.push(...paragraphsOf(text.slice(at, end)).map((words) => ({ ...turn, words })))
    at = Math.max(at, end)
  }
  for (const { start, end, speaker, startsAt, endsAt } of segments.toSorted((a, b) => a.start - b.start)) {
    take(start, unknown)
    take(end, { speaker: nameOf(speaker), startsAt, endsAt })
  }
  take(text.length, unknown)
  return cues
}

const unknown = { speaker: null, startsAt: null, endsAt: null }

const nameOf = (speaker: string | null) => speaker?.replace(/\s+/g, ' ').trim() || null

/** Line ends as WebVTT has them; lines that look empty end a cue. */
const paragraphsOf = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

const voiceOf = (speaker: string | null) => (speaker === null ? '' : `<v ${escaped(speaker)}>`)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function clockOf(milliseconds: number) {
  const [whole, part] = [Math.floor(milliseconds / 1000), milliseconds % 1000]
  const pad = (number: number, digits = 2) => String(number).padStart(digits, '0')
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}.${pad(part, 3)}`
}

const Facts = z
  .object({ id: z.string(), createdAt: z.int(), untimed: z.array(z.int()), unended: z.array(z.int()) })
  .loose()

/** The session of a file that Cairn wrote; undefined for any other. Throws a `Fault` where it is damaged. */
export function readVtt(file: string): PortableSession | undefined {
  const [, note] = new RegExp(`^\\uFEFF?WEBVTT\\r?\\n\\r?\\nNOTE ${noteName}\\r?\\n([^\\r\\n]*)`).exec(file) ?? []
  if (note === undefined) return undefined
  const facts = readFacts(note)
  const { text, segments } = readText(file, 'session.vtt')
  const [untimed, unended] = [new Set(facts.untimed), new Set(facts.unended)]
  const known = segments.map((turn, i) => ({
    ...turn,
    ...(untimed.has(i) && { startsAt: null }),
    ...(unended.has(i) && { endsAt: null }),
  }))
  return readPortable({
    ...blank,
    ...facts,
    ...textContent({ text, segments: known, id: facts.id, at: facts.createdAt, format: 'vtt' }),
  })
}

function readFacts(note: string) {
  try {
    return Facts.parse(JSON.parse(note))
  } catch {
    throw new Fault('The note in front of the cues is damaged.')
  }
}
