/** Calendar days on a line: where each stands, and which of them are named under it. */
import { scaleUtc } from 'd3-scale'

export const dayInMs = 86_400_000

export interface Days {
  from: string
  to: string
}

export type DayScale = ReturnType<typeof dayScale>

export const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
export const dayAfter = (day: string, days: number) => dayOf(timeOf(day) + days * dayInMs)

/** From the first to the last of days that are in any order. */
export function spanOf(days: readonly string[]): Days | undefined {
  const sorted = [...days].sort()
  const [from] = sorted
  const to = sorted.at(-1)
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** A span of one day gets a day on either side, so that it stands in the middle. */
export function dayScale({ from, to }: Days, range: [left: number, right: number]) {
  const pad = from === to ? dayInMs : 0
  const scale = scaleUtc([timeOf(from) - pad, timeOf(to) + pad], range)
  return Object.assign((day: string) => scale(timeOf(day)), { days: { from, to }, range, scale })
}

export interface Tick {
  x: number
  label: string
}

/** Pixels that one label may take. */
const roomOfLabel = 64

/** Names of days, months or years, as dense as they stay legible; a year is named where it begins. */
export function ticksOf({ scale, range: [left, right] }: DayScale, locale?: string): Tick[] {
  const times = timesOf(scale, right - left)
  const step = (times[1]?.getTime() ?? Infinity) - (times[0]?.getTime() ?? 0)
  return times.map((time, index) => ({ x: scale(time), label: nameOf(time, { step, isFirst: index === 0, locale }) }))
}

/** The scale may answer with more than it was asked for. */
function timesOf(scale: DayScale['scale'], width: number): Date[] {
  const most = Math.max(1, Math.floor(width / roomOfLabel))
  for (let asked = most; asked > 1; asked -= 1) {
    const times = scale.ticks(asked)
    if (times.length <= most) return times
  }
  return scale.ticks(1)
}

interface Naming {
  step: number
  isFirst: boolean
  locale: string | undefined
}

function nameOf(time: Date, { step, isFirst, locale }: Naming) {
  const named = (parts: Intl.DateTimeFormatOptions) => time.toLocaleDateString(locale, { ...parts, timeZone: 'UTC' })
  if (step >= 360 * dayInMs) return named({ year: 'numeric' })
  if (step < 27 * dayInMs) return named({ day: 'numeric', month: 'short' })
  if (time.getUTCMonth() === 0) return named({ year: 'numeric' })
  return named(isFirst ? { month: 'short', year: 'numeric' } : { month: 'short' })
}
