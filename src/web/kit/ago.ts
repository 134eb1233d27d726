/** How long ago something was, in words: "5 minutes ago". */
import { day, hour, minute } from '#std/duration'

const units = [
  ['day', day],
  ['hour', hour],
  ['minute', minute],
] as const

const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })

/** Less than a minute is now, also when the clocks of server and browser differ a little. */
export function describeAgo(at: number, now: number): string {
  const passed = Math.max(0, now - at)
  const [unit, length] = units.find(([, milliseconds]) => passed >= milliseconds) ?? ['second', Infinity]
  return words.format(-Math.floor(passed / length), unit)
}
