/** What stands behind a chart: the table that everybody can read, and its file. */

export interface TableContent {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

export type Cell = string | number | null

const byteOrderMark = '\uFEFF'

/**
 * RFC 4180 with the mark by which spreadsheets know UTF-8. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front of it; numbers stay numbers.
 */
export function csvOf({ columns, rows }: TableContent): string {
  const lines = [columns, ...rows].map((row) => row.map(fieldOf).join(','))
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
