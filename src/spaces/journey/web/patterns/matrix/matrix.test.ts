import { describe, expect, it } from 'vitest'
import type { MatrixCell } from '../../../patterns/contract.ts'
import { matrixOf } from './matrix.ts'

const cell = (topic: string, family: string, passages: number): MatrixCell => ({
  topic,
  family,
  passages,
  expected: 1,
  evidence: [],
})
const all = { topics: 9, families: 9 }

describe('topics by feelings', () => {
  it('has the topics spoken of most on top and pleasant feelings before heavy ones', () => {
    const { topics, families } = matrixOf(
      [cell('work', 'fear', 2), cell('home', 'joy', 3), cell('work', 'joy', 2)],
      all,
    )
    expect(topics).toEqual(['work', 'home'])
    expect(families).toEqual(['joy', 'fear'])
  })

  it('leaves out what does not fit, and tells how many topics there are', () => {
    const cells = [cell('work', 'fear', 5), cell('home', 'joy', 3), cell('work', 'joy', 1)]
    const matrix = matrixOf(cells, { topics: 1, families: 1 })
    expect(matrix.allTopics).toBe(2)
    expect(matrix.cells.map(({ topic, family }) => [topic, family])).toEqual([['work', 'fear']])
  })

  it('draws no cell without passages', () => {
    expect(matrixOf([cell('work', 'fear', 0), cell('work', 'joy', 1)], all).families).toEqual(['joy'])
  })

  it('calls a cell more than chance from a third more and three passages on', () => {
    const isMore = (passages: number, expected: number) =>
      matrixOf([{ ...cell('work', 'fear', passages), expected }], all).cells[0]?.isMore
    expect([isMore(2, 0.5), isMore(3, 2.9), isMore(3, 2)]).toEqual([false, false, true])
  })
})
