import { describe, expect, it } from 'vitest'
import { calendarDayOf, groupByMonth, monthInWords, shortDayInWords } from './months.ts'

describe('sessions by month', () => {
  it('keep their order and part where the month changes', () => {
    const dates = ['2026-04-02', '2026-03-31', '2026-03-01', '2025-03-01']
    const months = groupByMonth(dates.map((date) => ({ date })))
    expect(months.map(({ month, items }) => [month, items.length])).toEqual([
      ['2026-04', 1],
      ['2026-03', 2],
      ['2025-03', 1],
    ])
  })
})

describe('a calendar day', () => {
  it('is put into words without moving between time zones', () => {
    expect(monthInWords('2026-03', 'en-GB')).toBe('March 2026')
    expect(shortDayInWords('2026-03-01', 'en-GB')).toEqual({ weekday: 'Sun', day: '1' })
  })

  it("is the person's own", () => {
    expect(calendarDayOf(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01')
  })
})
