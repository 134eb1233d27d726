/** What belongs to a person beside their sessions, as a list of JSON or a table each. */
import { z } from 'zod'
import { asJson, type Entry } from '#core/personal'
import { belongingNames, noBelongings, rowSchemas, type BelongingName, type Belongings } from '../belongings.ts'
import { archiveLimits } from '../contract.ts'
import { Fault, firstIssue } from '../portable.ts'
import { csvMark, plainCell, readTable, writeRow } from './csv-rows.ts'

export function* packBelongings(belongings: Belongings, form: 'json' | 'csv'): Generator<Entry> {
  for (const name of belongingNames) {
    const rows = belongings[name]
    if (form === 'json') yield asJson(`${name}.json`, rows)
    else yield { path: `${name}.csv`, content: writeTable(name, rows) }
  }
}

const fieldsOf = (name: BelongingName): [name: string, field: z.ZodType][] => Object.entries(rowSchemas[name].shape)
const columnsOf = (name: BelongingName) =>
  fieldsOf(name).map(([field]) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))

function writeTable(name: BelongingName, rows: readonly object[]) {
  const lines = rows.map((row) => {
    const cells = new Map<string, unknown>(Object.entries(row))
    return writeRow(fieldsOf(name).map(([field]) => cellOf(field, cells.get(field))))
  })
  return csvMark + writeRow(columnsOf(name)) + lines.join('')
}

const isMoment = (field: string) => field.endsWith('At')

function cellOf(field: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'number' && isMoment(field) ? new Date(value).toISOString() : JSON.stringify(value)
}

/** Whether this is such a table, whatever its file is called. */
export const isBelongingTable = (text: string) =>
  belongingNames.some((name) => text.replace(csvMark, '').startsWith(writeRow(columnsOf(name))))

export type Rows = { place: string; row: unknown }[]

export function rowsOfTable(name: BelongingName, text: string): Rows {
  if (!isBelongingTable(text)) return []
  const rows = [...readTable(text).rows]
  return rows.map((cells, i) => ({ place: `${name}.csv, row ${i + 2}`, row: rowOf(name, cells) }))
}

const rowOf = (name: BelongingName, cells: readonly string[]) =>
  Object.fromEntries(fieldsOf(name).map(([field, type], i) => [field, valueOf(field, type, plainCell(cells[i] ?? ''))]))

function valueOf(field: string, type: z.ZodType, cell: string): unknown {
  if (cell === '' && type.safeParse(null).success) return null
  if (isMoment(field)) return Date.parse(cell)
  return type.safeParse(cell).success ? cell : parsed(cell)
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch {
    return undefined
  }
}

export function rowsOfJson(name: BelongingName, text: string): Rows {
  const { data } = z.array(z.unknown()).safeParse(parsed(text))
  if (!data) throw new Fault('This is no list, or its end is missing.')
  return data.map((row, i) => ({ place: `${name}.json, ${i + 1}`, row }))
}

export interface ReadBelongings {
  belongings: Belongings
  faults: { place: string; why: string }[]
}

/** What makes no sense is named and left out; of more than there may be, the first. */
export function readRows(read: ReadonlyMap<BelongingName, Rows>): ReadBelongings {
  const belongings = noBelongings()
  const faults: ReadBelongings['faults'] = []
  const take = <R>(name: BelongingName, schema: z.ZodType<R>, into: R[]) => {
    for (const { place, row } of (read.get(name) ?? []).slice(0, archiveLimits.belongings)) {
      const { data, error } = schema.safeParse(row)
      if (error) faults.push({ place, why: firstIssue(error, 'such thing') })
      else into.push(data)
    }
  }
  take('actions', rowSchemas.actions, belongings.actions)
  take('own-topics', rowSchemas['own-topics'], belongings['own-topics'])
  take('own-words', rowSchemas['own-words'], belongings['own-words'])
  take('reflections', rowSchemas.reflections, belongings.reflections)
  return { belongings, faults }
}
