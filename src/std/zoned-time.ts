/**
 * Calendar days and clock times of a place, and the instants they stand for. A day and a time name no zone by
 * themselves; the zone is one of the IANA database, such as `Europe/Berlin`. Another one is refused with a RangeError.
 */
import { day as dayLength } from './duration.ts'

export interface WallTime {
  /** A calendar day, `2026-03-31`. */
  readonly day: string
  /** What the clock shows, `HH:MM`; left out: the beginning of the day. */
  readonly time?: string | undefined
}

/**
 * Answers the milliseconds since 1970 at which calendar and clock of the zone show this. Where clocks went back and
 * show it twice, the earlier one; where they went forward and never show it, the first moment after the gap.
 */
export function instantOf({ day, time = '00:00' }: WallTime, zone: string): number {
  const clock = createClock(zone)
  const shown = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(shown)) throw new RangeError(`"${day} ${time}" is no day and time.`)
  // No offset exceeds a day, so the change of clocks that matters, if any, is between these two.
  const before = clock.offsetAt(shown - dayLength)
  const after = clock.offsetAt(shown + dayLength)
  const [first, second] = [shown - Math.max(before, after), shown - Math.min(before, after)]
  if (clock.showAt(first) === shown) return first
  if (clock.showAt(second) === shown) return second
  return findChange(first, second, (instant) => clock.offsetAt(instant) === after)
}

/** The calendar day of an instant in a zone. */
export function dayIn(instant: number, zone: string): string {
  return new Date(createClock(zone).showAt(instant)).toISOString().slice(0, 10)
}

/** What clocks show is told as the instant at which UTC shows the same. */
function createClock(zone: string) {
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  function showAt(instant: number): number {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const shown = new Date(0)
    shown.setUTCFullYear(part('year'), part('month') - 1, part('day'))
    return shown.setUTCHours(part('hour'), part('minute'), part('second'))
  }
  return { showAt, offsetAt: (instant: number) => showAt(instant) - Math.floor(instant / 1000) * 1000 }
}

/** The first moment in `(from, to]` at which something has changed for good. */
function findChange(from: number, to: number, hasChanged: (instant: number) => boolean): number {
  let [unchanged, changed] = [from, to]
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2)
    if (hasChanged(middle)) changed = middle
    else unchanged = middle
  }
  return changed
}
