/**
 * A session as a Markdown file: its facts in front, its words to the letter, and below what was found in them. How long
 * the words are stands in front, so that nothing in them can be taken for their end.
 */
import { z } from 'zod'
import type { Entry } from '#core/personal'
import { Fault, readPortable, type PortableSession } from '../portable.ts'
import { folderOf } from './json.ts'
import { blank, textContent } from './words.ts'

const fence = '---'
const below = '\n\n<!-- What Cairn found; it is not read back. -->\n'

export async function* packMarkdown(sessions: AsyncIterable<PortableSession>): AsyncGenerator<Entry> {
  for await (const session of sessions) yield { path: `${folderOf(session)}.md`, content: writeMarkdown(session) }
}

export function writeMarkdown(session: PortableSession): string {
  const text = session.transcript?.text ?? ''
  const facts = Object.entries({ ...factsOf(session), characters: text.length })
  const front = facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')
  return `${fence}\n${front}${fence}\n${text}${foundIn(session)}`
}

const factsOf = ({
  id,
  title,
  date,
  description,
  clientName,
  professionalName,
  createdAt,
  updatedAt,
}: PortableSession) => ({
  id,
  title,
  date,
  description,
  client: clientName,
  professional: professionalName,
  created: new Date(createdAt).toISOString(),
  updated: new Date(updatedAt).toISOString(),
})

function foundIn({ elements }: PortableSession) {
  const shown = elements.filter(({ status }) => status !== 'rejected')
  if (shown.length === 0) return ''
  const lines = shown.map(
    ({ kind, label, spans }) => `- ${kind}: ${oneLine(label)} (“${oneLine(spans[0]?.quote ?? '')}”)\n`,
  )
  return `${below}\n## What was found\n\n${lines.join('')}`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const Front = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  description: z.string().default(''),
  client: z.string().default(''),
  professional: z.string().default(''),
  created: z.string(),
  updated: z.string(),
  characters: z.int().min(0),
})

/** The session of a file that Cairn wrote; undefined for any other. Throws a `Fault` where it is damaged. */
export function readMarkdown(file: string): PortableSession | undefined {
  const { front, body } = splitFront(file)
  if (front === undefined || !/^characters: \d+$/m.test(front)) return undefined
  const { data: facts } = Front.safeParse(Object.fromEntries(front.split('\n').flatMap(readFact)))
  if (!facts) throw new Fault('The lines in front of the words are damaged.')
  const createdAt = Date.parse(facts.created)
  return readPortable({
    ...blank,
    id: facts.id,
    title: facts.title,
    date: facts.date,
    description: facts.description,
    clientName: facts.client,
    professionalName: facts.professional,
    createdAt,
    updatedAt: Date.parse(facts.updated),
    ...textContent({ text: wordsOf(body, facts.characters), id: facts.id, at: createdAt, format: 'markdown' }),
  })
}

/** Words that were changed by hand since have another length; they end where the list below begins. */
function wordsOf(body: string, length: number) {
  const rest = body.slice(length)
  if (body.length >= length && (rest === '' || rest.startsWith(below))) return body.slice(0, length)
  const end = body.lastIndexOf(below)
  return end < 0 ? body : body.slice(0, end)
}

/** What stands between two lines of dashes at the very beginning, and all that follows. */
export function splitFront(file: string): { front: string | undefined; body: string } {
  const [whole, front] = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file.slice(0, longestFront)) ?? []
  if (whole === undefined || front === undefined) return { front: undefined, body: file }
  return { front: front.replaceAll('\r\n', '\n'), body: file.slice(whole.length) }
}

const longestFront = 100_000

function readFact(line: string): [string, unknown][] {
  const [, name, value] = /^([\w-]+): ([^\n]*)$/.exec(line) ?? []
  if (name === undefined || value === undefined) return []
  try {
    return [[name, JSON.parse(value)]]
  } catch {
    return [[name, value]]
  }
}
