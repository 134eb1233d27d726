import { describe, expect, it } from 'vitest'
import { sessionOf } from '../example.ts'
import { meanValence, stripsOf } from './calendar.ts'

describe('the calendar', () => {
  it('puts a day into its week and on its weekday, weeks beginning on Monday', () => {
    const [strip] = stripsOf([sessionOf({ day: '2026-03-01' }), sessionOf({ day: '2026-03-02' })], 10)
    expect(strip?.weeks).toEqual(['2026-02-23', '2026-03-02'])
    expect(strip?.days.map(({ day, week, weekday }) => [day, week, weekday])).toEqual([
      ['2026-03-01', 0, 6],
      ['2026-03-02', 1, 0],
    ])
  })

  it('goes on in the next strip when one is full, and leaves no week out', () => {
    const strips = stripsOf([sessionOf({ day: '2025-01-01' }), sessionOf({ day: '2026-01-01' })], 20)
    expect(strips.map(({ weeks }) => weeks.length)).toEqual([20, 20, 13])
    expect(strips.map(({ days }) => days.length)).toEqual([1, 0, 1])
    expect(strips[2]?.days[0]).toMatchObject({ day: '2026-01-01', week: 12, weekday: 3 })
  })

  it('tells the mean of a day with several sessions, and nothing of one that was never read', () => {
    expect(meanValence([sessionOf({ valence: 1 }), sessionOf({ valence: -0.5 }), sessionOf({ valence: null })])).toBe(
      0.25,
    )
    expect(meanValence([sessionOf({ valence: null })])).toBeNull()
  })

  it('is empty without sessions', () => {
    expect(stripsOf([], 10)).toEqual([])
  })
})
