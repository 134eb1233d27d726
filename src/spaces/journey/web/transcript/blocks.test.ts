import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Segment } from '../../contract.ts'
import { blocksOf, chunksOf } from './blocks.ts'

const cue = (start: number, end: number, more: Partial<Segment> = {}): Segment => ({
  start,
  end,
  speaker: null,
  startsAt: null,
  endsAt: null,
  ...more,
})
const textsOf = (text: string, segments: Segment[] = []) =>
  blocksOf({ revision: 1, text, segments }).map(({ start, end }) => text.slice(start, end))

describe('blocks of a transcript', () => {
  it('begin after each blank line, whatever the line breaks are', () => {
    expect(textsOf('One.\n\nTwo.\r\n\r\nThree\r\nstill three.\r\rFour.')).toEqual([
      'One.',
      'Two.',
      'Three\r\nstill three.',
      'Four.',
    ])
  })

  it('join neighbouring cues of one voice and part them at a change of speaker', () => {
    const text = 'I was\nnervous.\nWhy?'
    const segments = [
      cue(0, 5, { speaker: 'Ana', startsAt: 0, endsAt: 1000 }),
      cue(6, 14, { speaker: 'Ana', startsAt: 1000, endsAt: 2000 }),
      cue(15, 19, { speaker: 'Ben', startsAt: 2500, endsAt: 3000 }),
    ]
    const blocks = blocksOf({ revision: 1, text, segments })
    expect(blocks.map(({ speaker, startsAt }) => [speaker, startsAt])).toEqual([
      ['Ana', 0],
      ['Ben', 2500],
    ])
    expect(textsOf(text, segments)).toEqual(['I was\nnervous.', 'Why?'])
  })

  it('part cues of one voice at a long pause', () => {
    const segments = [cue(0, 3, { startsAt: 0, endsAt: 900 }), cue(4, 7, { startsAt: 9000, endsAt: 9900 })]
    expect(textsOf('one two', segments)).toEqual(['one', 'two'])
  })

  it('show text that lies outside of all segments', () => {
    expect(textsOf('before inside after', [cue(7, 13, { speaker: 'Ana' })])).toEqual(['before ', 'inside', ' after'])
  })

  it('cut a very long paragraph into parts that follow on', () => {
    const text = 'word '.repeat(4000)
    const blocks = blocksOf({ revision: 1, text, segments: [] })
    expect(blocks.length).toBeGreaterThan(4)
    expect(blocks.map(({ isContinued }) => isContinued)).toEqual(blocks.map((_, index) => index > 0))
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  })

  it('never overlap and leave out nothing but blank space', () => {
    const words = fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\n\n', '😀', 'word '), { maxLength: 60 })
    fc.assert(
      fc.property(words, fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 6 }), (parts, places) => {
        const text = parts.join('')
        const segments = places
          .map(([start, length]) =>
            cue(start, Math.min(start + length, text.length), { speaker: 'A', startsAt: start }),
          )
          .filter(({ start, end }) => start < end)
        let reached = 0
        for (const { start, end } of blocksOf({ revision: 1, text, segments })) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(text.slice(reached, start).trim()).toBe('')
          reached = end
        }
        expect(text.slice(reached).trim()).toBe('')
      }),
      { seed: 7, numRuns: 500 },
    )
  })
})

describe('chunks', () => {
  it('hold blocks up to their size and at least one', () => {
    const blocks = blocksOf({ revision: 1, text: 'aaaa\n\nbbbb\n\ncccccccccccccccc\n\nd', segments: [] })
    expect(chunksOf(blocks, 12).map((chunk) => chunk.blocks.length)).toEqual([2, 1, 1])
  })
})
