/** Calendar days in words, and lists by month. A day has no time zone: it is shown as it was written down. */

export interface Month<T> {
  /** `2026-03` */
  month: string
  items: T[]
}

/** Neighbours of one month come together; the order of the items stays. */
export function groupByMonth<T extends { date: string }>(items: readonly T[]): Month<T>[] {
  const months: Month<T>[] = []
  for (const item of items) {
    const month = item.date.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.items.push(item)
    else months.push({ month, items: [item] })
  }
  return months
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

export const monthInWords = (month: string, locale?: string) =>
  noon(`${month}-01`).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** For the margin of a list that names month and year already. */
export const shortDayInWords = (day: string, locale?: string) => ({
  weekday: noon(day).toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' }),
  day: noon(day).toLocaleDateString(locale, { day: 'numeric', timeZone: 'UTC' }),
})

/** The person's calendar day at this moment. */
export function calendarDayOf(now: Date) {
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
