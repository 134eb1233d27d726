/** The spans that a report is asked for. Days are those of the person's calendar. */
export type SpanName = 'month' | 'quarter' | 'half'

export interface DaySpan {
  from: string
  to: string
}

const months: Record<SpanName, number> = { month: 1, quarter: 3, half: 6 }

/** From the same day of an earlier month, or the last one that it has, to today. */
export function spanOf(name: SpanName, today: Date): DaySpan {
  const start = new Date(today.getFullYear(), today.getMonth() - months[name] + 1, 0)
  start.setDate(Math.min(today.getDate(), start.getDate()))
  return { from: dayOf(start), to: dayOf(today) }
}

const pad = (number: number) => String(number).padStart(2, '0')

const dayOf = (date: Date) =>
  `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
