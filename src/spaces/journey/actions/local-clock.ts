/** What calendar and clock of a person show now, to compare with the days and times that things are due. */
import { dayIn } from '#std/zoned-time'

export interface LocalNow {
  day: string
  /** `HH:MM`. */
  time: string
}

export function localNow(instant: number, zone: string): LocalNow {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return { day: dayIn(instant, zone), time: clock.format(instant) }
}

/** A day without a time is over when the day is; one with a time, once the clock has passed it. */
export function isPast({ day, time }: { day: string; time: string | null }, now: LocalNow): boolean {
  return day < now.day || (day === now.day && time !== null && time < now.time)
}

/** The same for rows: what sorts before this is past. */
export const pastMark = ({ day, time }: LocalNow) => `${day}T${time}`
