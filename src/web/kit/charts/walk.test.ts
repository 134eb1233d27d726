import { describe, expect, it } from 'vitest'
import { placeAfter } from './walk.ts'

/** A grid with a hole: the middle of the second row is missing. */
const grid = [
  { row: 0, column: 0 },
  { row: 0, column: 1 },
  { row: 0, column: 2 },
  { row: 1, column: 0 },
  { row: 1, column: 2 },
]
const line = [0, 1, 2].map((column) => ({ row: 0, column }))

describe('walking through a drawing by keys', () => {
  it('goes along a row and stops at its end', () => {
    expect(placeAfter(grid, 0, 'ArrowRight')).toBe(1)
    expect(placeAfter(grid, 1, 'ArrowLeft')).toBe(0)
    expect(placeAfter(grid, 2, 'ArrowRight')).toBeUndefined()
  })

  it('steps over a hole in a row', () => {
    expect(placeAfter(grid, 3, 'ArrowRight')).toBe(4)
  })

  it('goes to the nearest mark of the next row', () => {
    expect(placeAfter(grid, 2, 'ArrowDown')).toBe(4)
    expect(placeAfter(grid, 1, 'ArrowDown')).toBe(3)
    expect(placeAfter(grid, 4, 'ArrowUp')).toBe(2)
  })

  it('goes along a single row by every arrow', () => {
    expect(placeAfter(line, 0, 'ArrowDown')).toBe(1)
    expect(placeAfter(line, 2, 'ArrowUp')).toBe(1)
  })

  it('jumps to the ends and leaves other keys alone', () => {
    expect(placeAfter(line, 1, 'Home')).toBe(0)
    expect(placeAfter(line, 1, 'End')).toBe(2)
    expect(placeAfter(line, 1, 'x')).toBeUndefined()
  })
})
