/** A calendar in strips of weeks, as many beside each other as there is room for. */
import { dayAfter, dayInMs, timeOf } from '../../../../../web/kit/charts/days.ts'
import type { PictureSession } from '../../../patterns/contract.ts'

export interface CalendarDay {
  day: string
  week: number
  /** From Monday, 0, to Sunday, 6. */
  weekday: number
  sessions: readonly PictureSession[]
  /** The mean of its sessions; null where none of them was analysed. */
  valence: number | null
}

export interface Strip {
  /** Mondays. */
  weeks: readonly string[]
  /** Days that hold a session, in order. */
  days: readonly CalendarDay[]
}

/** In order of time. */
export function stripsOf(sessions: readonly PictureSession[], weeksInStrip: number): Strip[] {
  const byDay = Map.groupBy(sessions, ({ day }) => day)
  const days = [...byDay.keys()].sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return []
  const start = mondayOf(first)
  const weekOf = (day: string) => Math.floor((timeOf(day) - timeOf(start)) / (7 * dayInMs))
  return Array.from({ length: Math.ceil((weekOf(last) + 1) / weeksInStrip) }, (_, index) => {
    const from = index * weeksInStrip
    const length = Math.min(weeksInStrip, weekOf(last) + 1 - from)
    return {
      weeks: Array.from({ length }, (_week, week) => dayAfter(start, (from + week) * 7)),
      days: days
        .filter((day) => weekOf(day) >= from && weekOf(day) < from + weeksInStrip)
        .map((day) => dayOf(day, weekOf(day) - from, byDay.get(day) ?? [])),
    }
  })
}

function dayOf(day: string, week: number, sessions: readonly PictureSession[]): CalendarDay {
  return { day, week, weekday: weekdayOf(day), sessions, valence: meanValence(sessions) }
}

export function meanValence(sessions: readonly PictureSession[]): number | null {
  const read = sessions.flatMap(({ valence }) => (valence === null ? [] : [valence]))
  return read.length === 0 ? null : read.reduce((sum, valence) => sum + valence, 0) / read.length
}

const weekdayOf = (day: string) => (new Date(timeOf(day)).getUTCDay() + 6) % 7
const mondayOf = (day: string) => dayAfter(day, -weekdayOf(day))
