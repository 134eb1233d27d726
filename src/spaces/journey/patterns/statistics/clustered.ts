/**
 * Whether two things stand in the same passages more often than chance when passages of one session are no strangers to
 * each other: the score of a table of two by two, with a variance that is summed session by session (Liang & Zeger
 * 1986). One session that is full of both is one witness, however long it is.
 */
import { upperTail } from './normal.ts'
import type { Table } from './fisher.ts'

/** One table a session; answers the chance of so many or more that have both. */
export function clusteredMore(tables: readonly Table[]): number {
  const total = (of: (table: Table) => number) => tables.reduce((sum, table) => sum + of(table), 0)
  const all = total((table) => table.all)
  const [one, other] = [total((table) => table.one) / all, total((table) => table.other) / all]
  const scores = tables.map((table) => table.both - one * table.other - other * table.one + one * other * table.all)
  const sum = scores.reduce((a, b) => a + b, 0)
  const spread = scores.reduce((a, b) => a + b * b, 0)
  return spread === 0 ? 1 : upperTail(sum / Math.sqrt(spread))
}
