/** How much likelier the one is with the other: odds ratios with intervals of 95 %. */
import { sumTables, type Table } from './fisher.ts'
import { z95 } from './normal.ts'

export interface Ratio {
  ratio: number
  low: number
  high: number
}

/** Half a case is added to each cell, so that empty ones have a ratio too (Haldane 1956; Anscombe 1956; Woolf 1955). */
export function oddsRatio(table: Table): Ratio {
  const { a, b, c, d } = cellsOf(table)
  const [e, f, g, h] = [a + 0.5, b + 0.5, c + 0.5, d + 0.5]
  return around(Math.log((e * h) / (f * g)), Math.sqrt(1 / e + 1 / f + 1 / g + 1 / h))
}

/**
 * One ratio over tables of different chances (Mantel & Haenszel 1959), with the variance of Robins, Breslow & Greenland
 * (1986). Falls back on the pooled table where a cell of all tables is empty.
 */
export function commonOddsRatio(tables: readonly Table[]): Ratio {
  const parts = tables.filter(({ all }) => all > 0).map(partOf)
  const total = (of: (part: Part) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  const [r, s] = [total((part) => part.r), total((part) => part.s)]
  if (r === 0 || s === 0) return oddsRatio(sumTables(tables))
  const mixed = total((part) => part.p * part.s + part.q * part.r)
  const variance =
    total((part) => part.p * part.r) / (2 * r * r) +
    mixed / (2 * r * s) +
    total((part) => part.q * part.s) / (2 * s * s)
  return around(Math.log(r / s), Math.sqrt(variance))
}

interface Part {
  r: number
  s: number
  p: number
  q: number
}

function partOf(table: Table): Part {
  const { a, b, c, d } = cellsOf(table)
  const n = table.all
  return { r: (a * d) / n, s: (b * c) / n, p: (a + d) / n, q: (b + c) / n }
}

const cellsOf = ({ all, one, other, both }: Table) => ({
  a: both,
  b: one - both,
  c: other - both,
  d: all - one - other + both,
})

const around = (logRatio: number, error: number): Ratio => ({
  ratio: Math.exp(logRatio),
  low: Math.exp(logRatio - z95 * error),
  high: Math.exp(logRatio + z95 * error),
})
