/** Diaries of other programs: a table with a column of days and one of words, and files with a day in their name. */
import { CalendarDay } from '#contract/id'
import { readText, type Reading } from '../../contents/reading/reading.ts'
import { Fault, type PortableSession } from '../portable.ts'
import { readTable } from './csv-rows.ts'
import { splitFront } from './markdown.ts'
import { sessionOfWords } from './words.ts'

const dayColumns = /^(date|day|datum|tag|when|created( ?at)?|creation ?date|created_at|timestamp|time|дата|день|sene)$/i
const wordColumns = /^(text|entry|note|notes|content|body|journal|diary|reflection|words|message|текст|запись|tekst)$/i
const titleColumns = /^(title|subject|heading|name|заголовок|название)$/i

/** Throws a `Fault` where the table has no such columns; answers one for each row that cannot be read. */
export function* readDiary(text: string, at: number): Generator<PortableSession | Fault> {
  const { columns, rows } = readTable(text, delimiterOf(text))
  const find = (names: RegExp) => columns.findIndex((column) => names.test(column))
  const [day, words, title] = [find(dayColumns), find(wordColumns), find(titleColumns)]
  if (day < 0 || words < 0) {
    throw new Fault('A table needs a column of days, such as “date”, and one of words, such as “text”.')
  }
  for (const cells of rows) {
    yield orFault(() => {
      const date = dayIn(cells[day] ?? '')
      if (date === undefined) throw new Fault('This row has no day that can be read. Write it as 2026-03-31.')
      return sessionOfWords({ date, title: cells[title], at, ...wordsIn(cells[words] ?? '', '') })
    })
  }
}

function delimiterOf(text: string) {
  const [head = ''] = text.split(/[\r\n]/, 1)
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

/** Runs `read` and gives back the fault that it throws. */
export function orFault(read: () => PortableSession): PortableSession | Fault {
  try {
    return read()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

interface Page {
  name: string
  reading: Reading
  at: number
}

/** A file of words: its day stands in its front matter or in its name. */
export function readPage({ name, reading, at }: Page): PortableSession {
  const { front, body } = splitFront(reading.text)
  const fact = (key: string) => new RegExp(`^${key}:\\s*["']?(.*?)["']?\\s*$`, 'im').exec(front ?? '')?.[1]
  const ending = /\.[^.]*$/
  const bare = (name.split('/').at(-1) ?? '').replace(ending, '')
  const date = dayIn(fact('date') ?? '') ?? dayIn(bare)
  if (date === undefined) throw new Fault('There is no day in its name. Name it like “2026-03-31 A walk.md”.')
  const title = fact('title') ?? (bare.replace(dayForms, '').replace(/^[\s_-]+|[\s_-]+$/g, '') || undefined)
  const words = front === undefined ? reading : wordsIn(body, '')
  return sessionOfWords({
    ...words,
    date,
    title,
    at,
    name: name.slice(-200),
    format: reading.format,
    encoding: reading.encoding,
  })
}

/** The words with what could not be kept of them. */
const wordsIn = (text: string, name: string) => readText(text, name)

const dayForms = /(\d{4})[-_./]?(\d{2})[-_./]?(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})/

/** The first day in a text, as `2026-03-31`, `2026_03_31`, `20260331` or `31.03.2026`. */
function dayIn(text: string): string | undefined {
  const [, year, month, day, otherDay, otherMonth, otherYear] = dayForms.exec(text) ?? []
  const parts = [
    year ?? otherYear ?? '',
    (month ?? otherMonth ?? '').padStart(2, '0'),
    (day ?? otherDay ?? '').padStart(2, '0'),
  ]
  return CalendarDay.safeParse(parts.join('-')).data
}
