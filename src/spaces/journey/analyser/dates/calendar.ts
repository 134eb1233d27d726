/** Reckoning with calendar days, `2026-03-31`: they have no zone and no hour, so neither has what is done with them. */
import { day as dayLength } from '#std/duration'

const read = (day: string): Date => new Date(`${day}T00:00:00Z`)
const write = (date: Date): string => date.toISOString().slice(0, 10)

export const addDays = (day: string, count: number): string => write(new Date(read(day).getTime() + count * dayLength))

/** Monday is 0. */
export const weekdayOf = (day: string): number => (read(day).getUTCDay() + 6) % 7

export const yearOf = (day: string): number => read(day).getUTCFullYear()

/** January is 0. */
export const monthOf = (day: string): number => read(day).getUTCMonth()

export const dayInMonth = (day: string): number => read(day).getUTCDate()

/** Undefined where the month has no such day. A month beyond December is one of the next year. */
export function dayOf(year: number, month: number, date: number): string | undefined {
  const made = new Date(0)
  made.setUTCFullYear(year, month, date)
  return made.getUTCDate() === date && year > 0 && year < 9990 ? write(made) : undefined
}

export function endOfMonth(year: number, month: number): string {
  const made = new Date(0)
  made.setUTCFullYear(year, month + 1, 0)
  return write(made)
}

/** The same date of a later month, or its last day where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year, month] = [yearOf(day), monthOf(day) + count]
  return dayOf(year, month, dayInMonth(day)) ?? endOfMonth(year, month)
}

/** Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const leaps = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leaps - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const place = epact + weekday - 7 * late + 114
  return dayOf(year, Math.floor(place / 31) - 1, (place % 31) + 1) ?? endOfMonth(year, 2)
}
