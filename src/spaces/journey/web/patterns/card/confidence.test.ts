import { describe, expect, it } from 'vitest'
import { bandOf } from './confidence.ts'

const effect = { name: 'rate', value: 0.5, per: 'action', low: null, high: null }

describe('how sure a pattern is', () => {
  it('follows the figure that was adjusted for many tests before the bare one', () => {
    expect(bandOf({ p: 0.001, q: 0.2, effect })).toBe('unclear')
    expect(bandOf({ p: 0.04, q: 0.09, effect })).toBe('likely')
    expect(bandOf({ p: 0.0001, q: 0.01, effect })).toBe('clear')
  })

  it('is unclear above one in twenty where nothing was adjusted', () => {
    expect(bandOf({ p: 0.05, q: null, effect })).toBe('likely')
    expect(bandOf({ p: 0.051, q: null, effect })).toBe('unclear')
  })

  it('follows the width of the interval where nothing is tested', () => {
    const between = (low: number, high: number) => bandOf({ p: null, q: null, effect: { ...effect, low, high } })
    expect(between(0.4, 0.6)).toBe('clear')
    expect(between(0.3, 0.7)).toBe('likely')
    expect(between(0.1, 0.9)).toBe('unclear')
  })

  it('measures the interval of what is no share by its value', () => {
    const between = (low: number, high: number) =>
      bandOf({ p: null, q: null, effect: { ...effect, value: 10, low, high } })
    expect([between(8, 12), between(6, 15), between(1, 30)]).toEqual(['clear', 'likely', 'unclear'])
  })

  it('is not told where something was merely counted', () => {
    expect(bandOf({ p: null, q: null, effect })).toBeUndefined()
  })
})
