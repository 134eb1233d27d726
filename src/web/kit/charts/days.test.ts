import { describe, expect, it } from 'vitest'
import { dayAfter, dayScale, spanOf, ticksOf } from './days.ts'

const labelsOf = (from: string, to: string, width: number) =>
  ticksOf(dayScale({ from, to }, [0, width]), 'en-GB').map(({ label }) => label)

describe('days on a line', () => {
  it('stand between the ends, earlier ones to the left', () => {
    const x = dayScale({ from: '2026-01-01', to: '2026-01-11' }, [0, 100])
    expect(['2026-01-01', '2026-01-06', '2026-01-11'].map(x)).toEqual([0, 50, 100])
  })

  it('stand in the middle when there is only one', () => {
    expect(dayScale({ from: '2026-01-01', to: '2026-01-01' }, [0, 100])('2026-01-01')).toBe(50)
  })

  it('are named by day, month or year, as the time is longer', () => {
    expect(labelsOf('2026-03-01', '2026-03-22', 400)).toContain('8 Mar')
    expect(labelsOf('2025-09-15', '2026-04-15', 700)).toEqual(['Oct 2025', 'Nov', 'Dec', '2026', 'Feb', 'Mar', 'Apr'])
    expect(labelsOf('2021-06-01', '2026-06-01', 420)).toEqual(['2022', '2023', '2024', '2025', '2026'])
  })

  it('have fewer names where there is less room', () => {
    expect(labelsOf('2025-06-01', '2026-06-01', 300).length).toBeLessThan(
      labelsOf('2025-06-01', '2026-06-01', 900).length,
    )
  })

  it('never have names that reach into each other', () => {
    for (const days of [20, 75, 162, 400, 1900]) {
      for (const width of [300, 640, 1000]) {
        const ticks = ticksOf(dayScale({ from: '2026-06-14', to: dayAfter('2026-06-14', days) }, [0, width]), 'en-GB')
        const gaps = ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? 0))
        expect(Math.min(...gaps), `${days} days on ${width} pixels`).toBeGreaterThan(40)
      }
    }
  })

  it('are counted over the end of a month', () => {
    expect(dayAfter('2026-02-27', 3)).toBe('2026-03-02')
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('span from the first to the last', () => {
    expect(spanOf(['2026-02-01', '2025-12-31', '2026-01-01'])).toEqual({ from: '2025-12-31', to: '2026-02-01' })
    expect(spanOf([])).toBeUndefined()
  })
})
