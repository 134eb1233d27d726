/** The river of feelings, with the names of its streams written along them as on a map. */
import { scaleLinear } from 'd3-scale'
import { useState } from 'react'
import { Chart } from '../../../../../web/kit/charts/chart.tsx'
import { DayAxis } from '../../../../../web/kit/charts/day-axis.tsx'
import { dayScale, spanOf, type Days } from '../../../../../web/kit/charts/days.ts'
import type { PatternEvidence, PictureSession } from '../../../patterns/contract.ts'
import { dayInWords, monthInWords } from '../day-words.ts'
import { rankOf } from '../families.ts'
import { OpenedSessions } from '../quotes/opened-sessions.tsx'
import { words } from '../words.ts'
import { bucketsOf, familiesOf, grainOf, meanOf, type Bucket, type Grain } from './buckets.ts'
import { courseOf } from './course.ts'
import { RiverPlaces } from './places.tsx'
import { riverOf, type River } from './river.ts'
import { StreamKey, StreamShape } from './stream-shape.tsx'
import './river.css'

interface RiverChartProps {
  sessions: readonly PictureSession[]
  evidence: readonly PatternEvidence[]
}

export function RiverChart({ sessions, evidence }: RiverChartProps) {
  const [openedFrom, setOpenedFrom] = useState<string>()
  const days = spanOf(sessions.map(({ day }) => day))
  if (!days) return null
  const grain = grainOf(days)
  const buckets = bucketsOf(sessions, grain)
  const opened = buckets.find(({ from }) => from === openedFrom)
  const close = () => setOpenedFrom(undefined)
  return (
    <Chart
      title={words.river.title}
      answer={<p>{words.river.dry}</p>}
      table={tableOf(buckets)}
      fileName="cairn-feelings"
      opened={
        opened && (
          <OpenedSessions title={nameAt(opened, grain)} sessions={opened.sessions} evidence={evidence} close={close} />
        )
      }
    >
      {(width) => (
        <Drawing
          frame={{ width, days, river: riverOf(sessions, days, width) }}
          buckets={buckets}
          nameOf={(bucket) => nameAt(bucket, grain)}
          opened={opened}
          open={(bucket) => setOpenedFrom(bucket?.from)}
        />
      )}
    </Chart>
  )
}

const nameAt = ({ from }: Bucket, grain: Grain) =>
  grain === 'month' ? monthInWords(from) : words.river.week(dayInWords(from))

const height = 320
const axisHeight = 28
const top = 18

interface DrawingProps {
  frame: { width: number; days: Days; river: River }
  buckets: readonly Bucket[]
  nameOf: (bucket: Bucket) => string
  opened: Bucket | undefined
  open: (bucket: Bucket | undefined) => void
}

function Drawing({ frame: { width, days, river }, buckets, nameOf, opened, open }: DrawingProps) {
  const x = dayScale(days, [0, width])
  const { pleasant, heavy } = river.widest
  const y = scaleLinear([pleasant || heavy / 4 || 1, -(heavy || pleasant / 4 || 1)], [top, height - axisHeight - top])
  const middle = y(0)
  const bed = { top: top - 4, bottom: height - axisHeight - top + 4 }
  const courses = river.streams.map((stream) => courseOf(stream, { times: river.times, x, y }))
  return (
    <>
      <svg width={width} height={height} role="group" aria-label={words.river.picture}>
        <text className="chart-quiet" x={0} y={11}>
          ↑ {words.river.pleasant}
        </text>
        <text className="chart-quiet" x={0} y={height - axisHeight - 4}>
          ↓ {words.river.heavy}
        </text>
        <g aria-hidden="true">
          {courses.map((course) => (
            <StreamShape key={course.key} course={course} />
          ))}
          <line className="river-middle" x1={0} x2={width} y1={middle} y2={middle} />
        </g>
        <RiverPlaces x={x} bed={bed} buckets={buckets} nameOf={nameOf} opened={opened} open={open} />
        <DayAxis x={x} y={height - axisHeight} />
      </svg>
      <StreamKey courses={courses.filter(({ way }) => way === undefined)} />
    </>
  )
}

function tableOf(buckets: readonly Bucket[]) {
  const families = familiesOf(buckets.flatMap(({ sessions }) => sessions)).sort((a, b) => rankOf(a) - rankOf(b))
  return {
    columns: [words.river.columns.when, words.river.columns.sessions, ...families],
    rows: buckets.map(({ from, sessions }) => [
      from,
      sessions.length,
      ...families.map((family) => Math.round(meanOf(sessions, family) * 100) / 100),
    ]),
  }
}
