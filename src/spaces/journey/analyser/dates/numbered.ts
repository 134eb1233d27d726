/** Dates with a number: "3 May", "the 14th", "2026-05-03", "25/12". What could be two days is none: 03/04. */
import { dayOf, monthOf, yearOf } from './calendar.ts'

export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

export const monthPattern =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'

/** The day that is meant by a date, seen from a day; one without a year is the next to come. */
export function readDate(date: string, today: string): string | undefined {
  if (/^[\d./-]+$/u.test(date)) return readFigures(date, today)
  const said = Number(/\d{1,2}/u.exec(date)?.[0])
  const year = /\d{4}/u.exec(date)?.[0]
  const name = new RegExp(`\\b(?:${monthPattern})\\b`, 'iu').exec(date)?.[0]
  if (name === undefined) return comingDate(said, today)
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase())
  // "I may 2 …" and "march 3 miles" are no months.
  if (/^(?:may|march|mar)$/u.test(name) && !/\bof\b/u.test(date)) return undefined
  return year === undefined ? comingDay(month, said, today) : notPast(dayOf(Number(year), month, said), today)
}

function readFigures(date: string, today: string): string | undefined {
  const [one = 0, two = 0, three] = date.split(/[./-]/u).map(Number)
  if (/^\d{4}/u.test(date)) return notPast(dayOf(one, two - 1, three ?? 0), today)
  const isContinental = date.includes('.')
  if (!isContinental && isTwoDays(one, two)) return undefined
  const [day, month] = two > 12 ? [two, one] : [one, two]
  if (three !== undefined) return notPast(dayOf(fullYear(three), month - 1, day), today)
  return isContinental ? undefined : comingDay(month - 1, day, today)
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

/** 03/04 is in March where some people live and in April where others do. */
const isTwoDays = (one: number, two: number): boolean => one <= 12 && two <= 12 && one !== two

const notPast = (day: string | undefined, today: string) => (day !== undefined && day >= today ? day : undefined)

/** The next year that has such a day: 29 February waits for a leap year. */
function comingDay(month: number, date: number, today: string): string | undefined {
  for (let year = yearOf(today); year <= yearOf(today) + 8; year++) {
    const day = month < 0 || month > 11 ? undefined : dayOf(year, month, date)
    if (day !== undefined && day >= today) return day
  }
  return undefined
}

/** The next month that has such a date: the 31st is never in April. */
function comingDate(date: number, today: string): string | undefined {
  for (let month = 0; month <= 2; month++) {
    const day = dayOf(yearOf(today), monthOf(today) + month, date)
    if (day !== undefined && day >= today) return day
  }
  return undefined
}
