/** How far back the pictures go; it stands in the address. */
import { z } from 'zod'
import { calendarDayOf } from '../sessions/months.ts'

export const Period = z.enum(['three', 'six', 'year', 'all'])
export type Period = z.infer<typeof Period>

export const periods = Period.options

export const PeriodInAddress = z.object({ period: Period.default('all').catch('all') })

const months: Record<Exclude<Period, 'all'>, number> = { three: 3, six: 6, year: 12 }

/** The first day of the period, or undefined for all of it. */
export function startOf(period: Period, now: Date): string | undefined {
  if (period === 'all') return undefined
  return calendarDayOf(new Date(now.getFullYear(), now.getMonth() - months[period], now.getDate()))
}
