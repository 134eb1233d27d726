/** An archive as two tables: a row a session with its words, and a row for each thing that was found. */
import { z } from 'zod'
import type { Entry } from '#core/personal'
import { splitPassages } from '../../analyser/text/passages.ts'
import { Fault, readPortable, type PortableElement, type PortableSession } from '../portable.ts'
import { textContent } from './words.ts'
import { csvMark, plainCell, readTable, writeRow } from './csv-rows.ts'

const sessionColumns = [
  'session_id',
  'title',
  'date',
  'description',
  'client_name',
  'professional_name',
  'created_at',
  'updated_at',
  'language',
  'valence',
  'analysed',
  'text',
  'analysed_at',
  'crisis',
  'follow_ups',
] as const
const elementColumns = [
  'element_id',
  'session_id',
  'kind',
  'label',
  'proposed_label',
  'status',
  'confidence',
  'analyser',
  'key',
  'created_at',
  'updated_at',
  'quotes',
  'places',
  'traits',
  'action_id',
  'action_topic',
] as const

export const csvNames = { sessions: 'sessions.csv', elements: 'elements.csv' }

export async function* packCsv(read: () => AsyncIterable<PortableSession>): AsyncGenerator<Entry> {
  yield { path: csvNames.sessions, content: linesOf(sessionColumns, read(), (session) => [sessionRow(session)]) }
  yield { path: csvNames.elements, content: linesOf(elementColumns, read(), elementRows) }
}

async function* linesOf(
  columns: readonly string[],
  sessions: AsyncIterable<PortableSession>,
  rowsOf: (session: PortableSession) => string[][],
) {
  yield Buffer.from(csvMark + writeRow(columns))
  for await (const session of sessions) yield Buffer.from(rowsOf(session).map(writeRow).join(''))
}

const sessionRow = (session: PortableSession): string[] => [
  session.id,
  session.title,
  session.date,
  session.description,
  session.clientName,
  session.professionalName,
  momentOf(session.createdAt),
  momentOf(session.updatedAt),
  session.language ?? '',
  session.valence === null ? '' : String(session.valence),
  isReady(session) ? (session.isAnalysed ? 'yes' : 'not in this language') : 'no',
  session.transcript?.text ?? '',
  session.analysedAt === null ? '' : momentOf(session.analysedAt),
  JSON.stringify(session.crisis),
  JSON.stringify(session.followUps),
]

/** Whether the last analysis has read all of the text. */
const isReady = ({ analysedRevision, transcript }: PortableSession) =>
  transcript !== null && analysedRevision === transcript.revision

const elementRows = ({ id, elements }: PortableSession): string[][] =>
  elements.map((element) => [
    element.id,
    id,
    element.kind,
    element.label,
    element.proposedLabel,
    element.status,
    String(element.confidence),
    element.analyser,
    element.key,
    momentOf(element.createdAt),
    momentOf(element.updatedAt),
    element.spans.map(({ quote }) => quote).join(' | '),
    element.spans.map(({ start, end }) => `${start}-${end}`).join(' '),
    JSON.stringify(element.traits),
    element.saying?.action ?? '',
    element.saying?.topic ?? '',
  ])

const momentOf = (at: number) => new Date(at).toISOString()

type Row = ReadonlyMap<string, string>

/** Whether this is the first line of a table that Cairn wrote. */
export const isOwnTable = (text: string) => new RegExp(`^${csvMark}?"?session_id"?,`).test(text)

export interface CsvTables {
  sessions: string
  /** Undefined where the table of sessions came alone. */
  elements: string | undefined
}

/** The sessions of the tables, or for each row why it is none. */
export function* readCsv({ sessions, elements }: CsvTables): Generator<PortableSession | Fault> {
  const found = Map.groupBy(elements === undefined ? [] : rowsOf(elements), (row) => row.get('session_id') ?? '')
  for (const row of rowsOf(sessions)) {
    try {
      yield toSession(row, found.get(row.get('session_id') ?? '') ?? [])
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      yield error
    }
  }
}

function* rowsOf(text: string): Generator<Row> {
  const { columns, rows } = readTable(text)
  for (const cells of rows) yield new Map(columns.map((column, i) => [column, plainCell(cells[i] ?? '')]))
}

function toSession(row: Row, found: readonly Row[]): PortableSession {
  const cell = (column: (typeof sessionColumns)[number]) => row.get(column) ?? ''
  const text = cell('text')
  const analysed = cell('analysed')
  const isRead = text !== '' && (analysed === 'yes' || analysed === 'not in this language')
  const createdAt = Date.parse(cell('created_at'))
  return readPortable({
    id: cell('session_id'),
    title: cell('title'),
    date: cell('date'),
    description: cell('description'),
    clientName: cell('client_name'),
    professionalName: cell('professional_name'),
    createdAt,
    updatedAt: Date.parse(cell('updated_at')),
    language: cell('language') || null,
    isAnalysed: analysed === 'yes',
    valence: cell('valence') === '' ? null : Number(cell('valence')),
    analysedRevision: isRead ? 1 : null,
    analysedAt: cell('analysed_at') === '' ? null : Date.parse(cell('analysed_at')),
    crisis: readList(cell('crisis')),
    followUps: readList(cell('follow_ups')),
    passages: analysed === 'yes' ? splitPassages(text) : [],
    ...textContent({ text, id: cell('session_id'), at: createdAt }),
    elements: found.map((element) => toElement(element, text)),
  })
}

const Traits = z.record(z.string(), z.unknown())

function toElement(row: Row, text: string): Record<keyof PortableElement, unknown> {
  const cell = (column: (typeof elementColumns)[number]) => row.get(column) ?? ''
  const action = cell('action_id')
  return {
    id: cell('element_id'),
    kind: cell('kind'),
    key: cell('key'),
    label: cell('label'),
    proposedLabel: cell('proposed_label'),
    traits: readTraits(cell('traits')),
    confidence: Number(cell('confidence')),
    status: cell('status'),
    analyser: cell('analyser'),
    spans: cell('places')
      .split(' ')
      .map((place) => spanAt(text, place)),
    saying: action === '' ? null : { action, topic: cell('action_topic') || null },
    createdAt: Date.parse(cell('created_at')),
    updatedAt: Date.parse(cell('updated_at')),
  }
}

function spanAt(text: string, place: string) {
  const [start, end] = place.split('-').map(Number)
  return { start, end, quote: text.slice(start, end) }
}

function readTraits(text: string) {
  try {
    return Traits.parse(JSON.parse(text))
  } catch {
    throw new Fault('The traits of an element cannot be read.')
  }
}

/** Tables of before this was told have no such cell. */
function readList(text: string): unknown {
  if (text === '') return []
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault('A list in a cell of it cannot be read.')
  }
}
