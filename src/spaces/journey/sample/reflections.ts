/** Half a year in the life of somebody who does not exist, as 24 reflections, each on a weekday of its week. */
import { readFileSync } from 'node:fs'
import { day } from '#std/duration'

export interface Reflection {
  /** From 1, the first week. */
  week: number
  /** 0 is Monday. */
  weekday: number
  title: string
  text: string
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const heading = /^# (?<week>\d+) \| (?<weekday>\w+) \| (?<title>.+)\n/

/** Read from `reflections.md`, where a heading is `# WEEK | WEEKDAY | TITLE`. */
export function readReflections(): Reflection[] {
  const file = readFileSync(new URL('./reflections.md', import.meta.url), 'utf8')
  return file.split(/^(?=# \d)/m).map((part) => {
    const { week = '', weekday = '', title = '' } = heading.exec(part)?.groups ?? {}
    if (!weekdays.includes(weekday)) throw new Error(`This is no heading of a reflection: ${part.slice(0, 80)}`)
    return {
      week: Number(week),
      weekday: weekdays.indexOf(weekday),
      title,
      text: part.replace(heading, '').trim(),
    }
  })
}

/** The calendar day of a reflection, so that the last week is the last one that is over. `now` in milliseconds, UTC. */
export function dayOf({ week, weekday }: Reflection, { now, weeks }: { now: number; weeks: number }): string {
  const today = Math.floor(now / day)
  const sinceMonday = (today + 3) % 7
  const lastMonday = today - sinceMonday - 7
  return new Date((lastMonday - 7 * (weeks - week) + weekday) * day).toISOString().slice(0, 10)
}
