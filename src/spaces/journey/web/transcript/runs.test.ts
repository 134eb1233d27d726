import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementOf } from '../kinds/example.ts'
import { blocksOf } from './blocks.ts'
import { marksByBlock, marksOf, runsOf, visibleText, type Mark } from './runs.ts'

const mark = (start: number, end: number, id = 'a'): Mark => ({ start, end, element: elementOf({ id }) })
const shapeOf = (start: number, end: number, marks: Mark[]) =>
  runsOf({ start, end }, marks).map((run) => [run.start, run.end, run.elements.length])

describe('runs', () => {
  it('are one when nothing is quoted', () => {
    expect(shapeOf(3, 9, [])).toEqual([[3, 9, 0]])
  })

  it('part where quotes overlap and list every element', () => {
    expect(shapeOf(0, 10, [mark(2, 6, 'a'), mark(4, 8, 'b')])).toEqual([
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 2],
      [6, 8, 1],
      [8, 10, 0],
    ])
  })

  it('keep within their block when a quote reaches out of it', () => {
    expect(shapeOf(5, 10, [mark(0, 7), mark(9, 30)])).toEqual([
      [5, 7, 1],
      [7, 9, 0],
      [9, 10, 1],
    ])
  })

  it('list an element once that quotes one place twice', () => {
    const element = elementOf({ id: 'a' })
    const marks = [
      { start: 0, end: 4, element },
      { start: 0, end: 4, element },
    ]
    expect(runsOf({ start: 0, end: 4 }, marks).map((run) => run.elements)).toEqual([[element]])
  })

  it('put together are the block, and name exactly the elements that cover them', () => {
    const places = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
    fc.assert(
      fc.property(places, fc.nat(30), (given, start) => {
        const elements = given.map(([from, length], index) =>
          elementOf({ id: String(index), spans: [{ start: from, end: from + length, quote: '' }] }),
        )
        const runs = runsOf(
          { start, end: start + 20 },
          marksOf('', elements).filter((m) => m.end > start && m.start < start + 20),
        )
        expect(runs.map((run) => run.start)).toEqual([start, ...runs.slice(0, -1).map((run) => run.end)])
        expect(runs.at(-1)?.end).toBe(start + 20)
        for (const run of runs) {
          const covering = elements.filter(({ spans }) => spans.some((s) => s.start <= run.start && s.end >= run.end))
          expect(new Set(run.elements)).toEqual(new Set(covering))
        }
      }),
      { seed: 11, numRuns: 500 },
    )
  })
})

describe('marks', () => {
  it('leave out what was rejected', () => {
    const spans = [{ start: 0, end: 1, quote: 'x' }]
    expect(marksOf('x', [elementOf({ spans, status: 'rejected' }), elementOf({ spans })])).toHaveLength(1)
  })

  it('leave out quotes that do not stand in the text', () => {
    expect(marksOf('yx', [elementOf({ spans: [{ start: 0, end: 1, quote: 'x' }] })])).toEqual([])
  })

  it('are listed in every block they touch', () => {
    const blocks = blocksOf({ revision: 1, text: 'aaaa\n\nbbbb\n\ncccc', segments: [] })
    const listed = marksByBlock(blocks, [mark(1, 2), mark(3, 8), mark(12, 14)])
    expect(blocks.map((block) => listed.get(block)?.length ?? 0)).toEqual([2, 1, 1])
  })
})

describe('visible text', () => {
  it('shows one break for each line break, also where a run parts it', () => {
    const text = 'a\r\nb\rc'
    expect(visibleText(text, { start: 0, end: 6 })).toBe('a\nb\nc')
    expect(visibleText(text, { start: 0, end: 2 }) + visibleText(text, { start: 2, end: 6 })).toBe('a\nb\nc')
  })
})
