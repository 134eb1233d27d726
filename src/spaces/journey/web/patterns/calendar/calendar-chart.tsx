/** Every day with a session on a calendar. */
import { useState } from 'react'
import { Chart } from '../../../../../web/kit/charts/chart.tsx'
import { useWalk } from '../../../../../web/kit/charts/walk.ts'
import type { PatternEvidence, PictureSession } from '../../../patterns/contract.ts'
import { dayInWords } from '../day-words.ts'
import { OpenedSessions } from '../quotes/opened-sessions.tsx'
import { words } from '../words.ts'
import { meanValence, stripsOf, type CalendarDay } from './calendar.ts'
import { MoodMark, MoodScale } from './mood-mark.tsx'
import { calendarFrame, StripFrame } from './strip-frame.tsx'
import './calendar.css'

interface CalendarChartProps {
  sessions: readonly PictureSession[]
  evidence: readonly PatternEvidence[]
}

export function CalendarChart({ sessions, evidence }: CalendarChartProps) {
  const [openedDay, setOpenedDay] = useState<string>()
  const ofDay = sessions.filter(({ day }) => day === openedDay)
  const close = () => setOpenedDay(undefined)
  return (
    <Chart
      title={words.calendar.title}
      answer={<MoodScale />}
      table={tableOf(sessions)}
      fileName="cairn-calendar"
      opened={
        openedDay !== undefined &&
        ofDay.length > 0 && (
          <OpenedSessions title={dayInWords(openedDay)} sessions={ofDay} evidence={evidence} close={close} />
        )
      }
    >
      {(width) => <Calendar width={width} sessions={sessions} openedDay={openedDay} open={setOpenedDay} />}
    </Chart>
  )
}

const cell = { least: 17, most: 26 }
const gap = 14
const stripsAtOnce = 5

interface CalendarProps {
  width: number
  sessions: readonly PictureSession[]
  openedDay: string | undefined
  open: (day: string | undefined) => void
}

function Calendar({ width, sessions, openedDay, open }: CalendarProps) {
  const [isWhole, setWhole] = useState(false)
  const all = stripsOf(sessions, weeksFor((width - calendarFrame.gutter) / cell.least))
  const strips = isWhole ? all : all.slice(-stripsAtOnce)
  const longest = Math.max(...strips.map(({ weeks }) => weeks.length))
  const size = Math.min(cell.most, (width - calendarFrame.gutter) / longest)
  const heightOfStrip = calendarFrame.top + size * 7 + gap
  const days = strips.flatMap((strip, row) => strip.days.map((day) => ({ ...day, row })))
  const walk = useWalk({
    places: days.map((_, column) => ({ row: 0, column })),
    open: (index) => open(days[index]?.day === openedDay ? undefined : days[index]?.day),
    close: () => open(undefined),
  })
  return (
    <>
      {strips.length < all.length && (
        <button type="button" className="journey-fold" onClick={() => setWhole(true)}>
          {words.calendar.earlier}
        </button>
      )}
      <svg width={width} height={heightOfStrip * strips.length} role="group" aria-label={words.calendar.picture}>
        {strips.map((strip, row) => (
          <StripFrame key={strip.weeks[0]} strip={strip} size={size} y={row * heightOfStrip} />
        ))}
        <g {...walk.group}>
          {days.map((day, index) => (
            <g key={day.day} {...walk.markOf(index, describe(day))} data-chosen={day.day === openedDay}>
              <DayMark day={day} size={size} y={day.row * heightOfStrip + calendarFrame.top} />
            </g>
          ))}
        </g>
      </svg>
    </>
  )
}

/** Whole or half years where they fit, so that the same time of the year stands below itself. */
function weeksFor(room: number) {
  const fitting = [wholeYear, wholeYear / 2].find((weeks) => weeks <= room)
  return fitting ?? Math.max(leastWeeks, Math.floor(room))
}

const wholeYear = 52
const leastWeeks = 8

function DayMark({ day, size, y }: { day: CalendarDay; size: number; y: number }) {
  const [left, up] = [calendarFrame.gutter + day.week * size, y + day.weekday * size]
  return (
    <>
      <rect className="chart-touch mood-touch" x={left} y={up} width={size} height={size} rx={4} />
      <MoodMark valence={day.valence} x={left + size / 2} y={up + size / 2} size={size} />
      <title>{describe(day)}</title>
    </>
  )
}

const describe = ({ day, valence, sessions }: CalendarDay) =>
  words.calendar.day(dayInWords(day), moodInWords(valence), sessions.map(({ title }) => title).join(', '))

const moodInWords = (valence: number | null) => (valence === null ? words.calendar.unread : words.moodOf(valence))

function tableOf(sessions: readonly PictureSession[]) {
  const { day, mood, value, title } = words.calendar.columns
  return {
    columns: [day, mood, value, title],
    rows: [...sessions]
      .sort((a, b) => a.day.localeCompare(b.day))
      .map((session) => [session.day, moodInWords(meanValence([session])), session.valence, session.title]),
  }
}
