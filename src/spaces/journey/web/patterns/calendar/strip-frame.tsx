/** What stands around the marks of a strip of the calendar. */
import { dayInMs } from '../../../../../web/kit/charts/days.ts'
import type { Strip } from './calendar.ts'

/** Pixels that the names take: of weekdays on the left, of months above. */
export const calendarFrame = { gutter: 34, top: 20 }

/** Names of months and weekdays, and a faint point for every day. */
export function StripFrame({ strip: { weeks }, size, y }: { strip: Strip; size: number; y: number }) {
  const top = y + calendarFrame.top
  return (
    <g aria-hidden="true">
      {monthsOf(weeks).map(({ week, label }) => (
        <text key={week} className="chart-quiet" x={calendarFrame.gutter + week * size} y={y + 12}>
          {label}
        </text>
      ))}
      {[0, 2, 4, 6].map((weekday) => (
        <text key={weekday} className="chart-quiet" x={0} y={top + (weekday + 0.5) * size + 4}>
          {weekdayInWords(weekday)}
        </text>
      ))}
      {weeks.map((monday, week) =>
        Array.from({ length: 7 }, (_, weekday) => (
          <circle
            key={`${monday} ${weekday}`}
            className="calendar-point"
            cx={calendarFrame.gutter + (week + 0.5) * size}
            cy={top + (weekday + 0.5) * size}
            r={1.2}
          />
        )),
      )}
    </g>
  )
}

/** The week in which a month begins bears its name, and so does the first one, unless the next name is near. */
function monthsOf(weeks: readonly string[]) {
  const begins = weeks.flatMap((monday, week) => (week === 0 || Number(monday.slice(8)) <= 7 ? [{ week, monday }] : []))
  return begins
    .filter(
      ({ week }, index) =>
        (begins[index + 1]?.week ?? weeks.length) - week >= (index === 0 ? roomOfMonth.withYear : roomOfMonth.alone),
    )
    .map(({ week, monday }, index) => ({ week, label: monthName(monday, index === 0) }))
}

/** Weeks that the name of a month reaches over. */
const roomOfMonth = { alone: 2, withYear: 5 }

function monthName(day: string, isFirst: boolean) {
  const parts: Intl.DateTimeFormatOptions = { month: 'short', timeZone: 'UTC' }
  if (isFirst || day.slice(5, 7) === '01') parts.year = 'numeric'
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, parts)
}

const aMonday = Date.UTC(2024, 0, 1)
const weekdayInWords = (weekday: number) =>
  new Date(aMonday + weekday * dayInMs).toLocaleDateString(undefined, { weekday: 'short', timeZone: 'UTC' })
