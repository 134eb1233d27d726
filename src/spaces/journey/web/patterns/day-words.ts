/** Days and months in the person's own words. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

export const dayInWords = (day: string, locale?: string) =>
  noon(day).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export const monthInWords = (day: string, locale?: string) =>
  noon(day).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
