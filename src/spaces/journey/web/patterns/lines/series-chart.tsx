/**
 * Values of one pattern over time: a point for each, a band where an interval is known, dashes where the value lies in
 * the future. A turning point shows the days between which it lies and the level on either side.
 */
import { scaleLinear } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import { DayAxis } from '../../../../../web/kit/charts/day-axis.tsx'
import { dayScale, type DayScale, type Days } from '../../../../../web/kit/charts/days.ts'
import { useWalk } from '../../../../../web/kit/charts/walk.ts'
import type { Pattern, PatternPoint } from '../../../patterns/contract.ts'
import { dayInWords } from '../day-words.ts'
import { words } from '../words.ts'
import { levelsOf, type Level } from './levels.ts'

interface SeriesChartProps {
  label: string
  pattern: Pattern
  frame: { width: number; days: Days }
  opened: string | undefined
  open: (day: string | undefined) => void
}

const height = 148
const axisHeight = 26
const pad = { top: 26, bottom: 8 }

export function SeriesChart({ label, pattern, frame: { width, days }, opened, open }: SeriesChartProps) {
  const { points } = pattern
  const x = dayScale(days, [6, width - 6])
  const y = scaleLinear(rangeOf(points), [height - axisHeight - pad.bottom, pad.top])
  const walk = useWalk({
    places: points.map((_, column) => ({ row: 0, column })),
    open: (index) => open(points[index]?.day === opened ? undefined : points[index]?.day),
    close: () => open(undefined),
  })
  const isTurn = pattern.kind === 'turning-point'
  return (
    <svg width={width} height={height} role="group" aria-label={label}>
      <g aria-hidden="true">
        {isTurn && <Turn x={x} y={y} pattern={pattern} />}
        <Interval points={points} x={x} y={y} />
        {!isTurn && <Thread points={points} x={x} y={y} />}
      </g>
      <g {...walk.group}>
        {points.map((point, index) => (
          <g
            key={`${point.day} ${index}`}
            {...walk.markOf(index, words.point(dayInWords(point.day), valueInWords(point)))}
            data-chosen={point.day === opened}
          >
            <circle className="chart-touch" cx={x(point.day)} cy={y(point.value)} r={9} />
            <circle
              className="series-point"
              data-ahead={isAhead(point)}
              cx={x(point.day)}
              cy={y(point.value)}
              r={3.6}
            />
            <title>{words.point(dayInWords(point.day), valueInWords(point))}</title>
          </g>
        ))}
      </g>
      <DayAxis x={x} y={height - axisHeight} />
    </svg>
  )
}

const isAhead = ({ low, high }: PatternPoint) => low !== undefined && high !== undefined

function valueInWords({ value, low, high }: PatternPoint) {
  const figure = words.figure(value)
  if (low === undefined || high === undefined) return figure
  return words.forecast.about(figure, words.figure(low), words.figure(high))
}

/** With room for the intervals, and never flat. */
function rangeOf(points: readonly PatternPoint[]): [number, number] {
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least === most ? [least - 1, most + 1] : [least, most]
}

interface LayerProps {
  points: readonly PatternPoint[]
  x: DayScale
  y: (value: number) => number
}

function Interval({ points, x, y }: LayerProps) {
  const ahead = points.filter(isAhead)
  if (ahead.length === 0) return null
  const joint = points.filter((point) => !isAhead(point)).at(-1)
  const band = area<PatternPoint>(
    ({ day }) => x(day),
    ({ low, value }) => y(low ?? value),
    ({ high, value }) => y(high ?? value),
  ).curve(curveMonotoneX)
  return <path className="series-interval" d={band(joint ? [joint, ...ahead] : ahead) ?? ''} />
}

function Thread({ points, x, y }: LayerProps) {
  const along = line<PatternPoint>(
    ({ day }) => x(day),
    ({ value }) => y(value),
  ).curve(curveMonotoneX)
  const past = points.filter((point) => !isAhead(point))
  const joint = past.at(-1)
  const ahead = points.filter(isAhead)
  return (
    <>
      <path className="series-line" d={along(past) ?? ''} />
      {ahead.length > 0 && (
        <path className="series-line" data-ahead="true" d={along(joint ? [joint, ...ahead] : ahead) ?? ''} />
      )}
    </>
  )
}

function Turn({ x, y, pattern }: { x: DayScale; y: (value: number) => number; pattern: Pattern }) {
  const { before, after } = levelsOf(pattern)
  const [left, right] = x.range
  const [from, to] = [x(pattern.from), x(pattern.to)]
  return (
    <>
      <rect
        className="turn-range"
        x={from - 3}
        width={Math.max(0, to - from) + 6}
        y={4}
        height={height - axisHeight - 4}
      />
      {before && <LevelLine level={before} name={words.turning.before} y={y} ends={[left, from]} />}
      {after && <LevelLine level={after} name={words.turning.after} y={y} ends={[to, right]} />}
    </>
  )
}

interface LevelLineProps {
  level: Level
  name: (level: string) => string
  y: (value: number) => number
  ends: [number, number]
}

function LevelLine({ level, name, y, ends: [from, to] }: LevelLineProps) {
  const isLate = name === words.turning.after
  return (
    <>
      <line className="turn-level" x1={from} x2={to} y1={y(level.mean)} y2={y(level.mean)} />
      <text className="turn-name" x={isLate ? to : from} y={13} textAnchor={isLate ? 'end' : 'start'}>
        {name(level.words)}
      </text>
    </>
  )
}
