/**
 * Rows of RFC 4180, each cell as it was: whatever stands in quotes is kept to the letter. A cell that a spreadsheet
 * would run as a formula goes out behind an apostrophe, as does one that begins with an apostrophe, so that `plainCell`
 * can tell them apart again.
 */
import { Fault } from '../portable.ts'

export const csvMark = '\uFEFF'
const wouldRun = /^['=+\-@\t\r]/

export const writeRow = (cells: readonly string[]) => `${cells.map(writeCell).join(',')}\r\n`

function writeCell(given: string) {
  const text = wouldRun.test(given) ? `'${given}` : given
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What `writeRow` was given. */
export const plainCell = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell)

/** Rows of cells; empty lines are no rows. Throws a `Fault` where a quote is never closed. */
function* readRows(text: string, delimiter = ','): Generator<string[]> {
  const end = text.length
  let at = text.startsWith(csvMark) ? 1 : 0
  let row: string[] = []
  while (at < end) {
    const cell = readCell(text, at, delimiter)
    row.push(cell.text)
    at = cell.end
    if (text.charAt(at) === delimiter) {
      at += 1
      if (at < end) continue
      row.push('')
    }
    if (row.length > 1 || row[0] !== '') yield row
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
}

/** The first row as names of columns, with the rows that follow. */
export function readTable(text: string, delimiter = ','): { columns: string[]; rows: Generator<string[]> } {
  const rows = readRows(text, delimiter)
  const first = rows.next()
  return { columns: first.done === true ? [] : first.value.map((column) => column.trim()), rows }
}

function readCell(text: string, start: number, delimiter: string): { text: string; end: number } {
  if (text.charAt(start) !== '"') {
    const end = nextOf(text, start, delimiter)
    return { text: text.slice(start, end), end }
  }
  let at = start + 1
  let cell = ''
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new Fault('A quotation mark is opened and never closed.')
    cell += text.slice(at, quote)
    at = quote + 1
    if (text.charAt(at) !== '"') break
    cell += '"'
    at += 1
  }
  const end = nextOf(text, at, delimiter)
  return { text: cell + text.slice(at, end), end }
}

/** Where the cell ends: at a delimiter, at the end of the line, or at that of the text. */
function nextOf(text: string, start: number, delimiter: string) {
  let at = start
  for (; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === delimiter || sign === '\n' || sign === '\r') break
  }
  return at
}
