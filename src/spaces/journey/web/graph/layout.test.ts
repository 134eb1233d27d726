import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLabel, curveBetween, labelGap, layoutAround, type Spot } from './layout.ts'

const kindsOf = (count: number) => Array.from({ length: count }, (_, index) => `kind ${Math.floor(index / 5)}`)

/** The box that a label may fill: its room, one row high. */
function boxOf({ x, y, side, room }: Spot, rowHeight: number) {
  const left = side === 'right' ? x + labelGap : x - labelGap - room
  return { left, right: left + room, top: y - rowHeight / 2, bottom: y + rowHeight / 2 }
}

type Box = ReturnType<typeof boxOf>
const overlap = (a: Box, b: Box) =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01

describe('the layout around a session', () => {
  it('gives every label room that no other label reaches into, and keeps inside the picture', () => {
    const sizes = fc.record({
      count: fc.integer({ min: 0, max: 40 }),
      width: fc.integer({ min: 300, max: 1400 }),
      rowHeight: fc.integer({ min: 30, max: 60 }),
    })
    fc.assert(
      fc.property(sizes, ({ count, width, rowHeight }) => {
        const { spots, height } = layoutAround(kindsOf(count), { width, rowHeight })
        const boxes = spots.map((spot) => boxOf(spot, rowHeight))
        for (const [index, box] of boxes.entries()) {
          expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false)
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.right).toBeLessThanOrEqual(width)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.bottom).toBeLessThanOrEqual(height)
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('leaves room for words on a phone', () => {
    const { spots } = layoutAround(kindsOf(40), { width: 328, rowHeight: 44 })
    expect(Math.min(...spots.map(({ room }) => room))).toBeGreaterThan(60)
  })

  it('is the same every time and goes clockwise from the top right', () => {
    const frame = { width: 800, rowHeight: 40 }
    const { spots } = layoutAround(kindsOf(10), frame)
    expect(layoutAround(kindsOf(10), frame).spots).toEqual(spots)
    expect(spots.map(({ side }) => side)).toEqual(
      Array.from({ length: 10 }, (_, index) => (index < 5 ? 'right' : 'left')),
    )
    expect(spots.slice(0, 5).map(({ y }) => y)).toEqual(
      spots
        .slice(0, 5)
        .map(({ y }) => y)
        .sort((a, b) => a - b),
    )
    expect(spots.slice(5).map(({ y }) => y)).toEqual(
      spots
        .slice(5)
        .map(({ y }) => y)
        .sort((a, b) => b - a),
    )
  })
})

describe('a line', () => {
  it('is straight to the middle and bends towards it elsewhere', () => {
    const centre = { x: 10, y: 10 }
    expect(curveBetween(centre, { x: 20, y: 10 }, centre)).toBe('M10 10L20 10')
    expect(curveBetween({ x: 0, y: 0 }, { x: 20, y: 0 }, centre)).toBe('M0 0Q10 5 20 0')
  })
})

describe('a label', () => {
  it('breaks between words and is shortened where it does not fit', () => {
    expect(breakLabel('calm', 10, 2)).toEqual(['calm'])
    expect(breakLabel('talk to my sister tomorrow', 12, 2)).toEqual(['talk to my', 'sister tomo…'])
    expect(breakLabel('Donaudampfschifffahrt', 10, 2)).toEqual(['Donaudampf', 'schifffah…'])
    expect(breakLabel('one two three', 7, 1)).toEqual(['one tw…'])
  })
})
