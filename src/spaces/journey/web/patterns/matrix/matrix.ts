/** Topics by families, cut to what can be read at once. */
import type { MatrixCell } from '../../../patterns/contract.ts'
import { rankOf } from '../families.ts'

export interface Matrix {
  /** Most spoken of first. */
  topics: readonly string[]
  /** Pleasant before heavy. */
  families: readonly string[]
  cells: readonly PlacedCell[]
  allTopics: number
  mostPassages: number
}

export interface PlacedCell extends MatrixCell {
  row: number
  column: number
  isMore: boolean
}

/** "More often than chance" begins here: as often again by a third, and not by a single passage. */
const more = { lift: 1.3, passages: 3 }

export function matrixOf(cells: readonly MatrixCell[], most: { topics: number; families: number }): Matrix {
  const byTopic = totalsOf(cells, ({ topic }) => topic)
  const byFamily = totalsOf(cells, ({ family }) => family)
  const topics = byTopic.slice(0, most.topics)
  const families = byFamily.slice(0, most.families).sort((a, b) => rankOf(a) - rankOf(b))
  const placed = cells
    .filter(({ passages }) => passages > 0)
    .map((cell) => ({
      ...cell,
      row: topics.indexOf(cell.topic),
      column: families.indexOf(cell.family),
      isMore: cell.passages >= more.passages && cell.passages >= cell.expected * more.lift,
    }))
    .filter(({ row, column }) => row >= 0 && column >= 0)
    .sort((a, b) => a.row - b.row || a.column - b.column)
  return {
    topics,
    families,
    cells: placed,
    allTopics: byTopic.length,
    mostPassages: Math.max(1, ...placed.map(({ passages, expected }) => Math.max(passages, expected))),
  }
}

/** Names by how many passages they have, the most first. */
function totalsOf(cells: readonly MatrixCell[], nameOf: (cell: MatrixCell) => string): string[] {
  const totals = new Map<string, number>()
  for (const cell of cells) totals.set(nameOf(cell), (totals.get(nameOf(cell)) ?? 0) + cell.passages)
  return [...totals]
    .filter(([, passages]) => passages > 0)
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .map(([name]) => name)
}
