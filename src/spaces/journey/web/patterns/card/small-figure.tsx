/** The gist of a pattern's points in the size of a word or two. Decoration: the sentence says it, the table has it. */
import { scaleLinear } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { dayScale, spanOf, type DayScale } from '../../../../../web/kit/charts/days.ts'
import type { Pattern, PatternPoint } from '../../../patterns/contract.ts'
import { smooth } from './smooth.ts'

const width = 148
const height = 52
const heightOfCairns = 30
const pad = 5

export function SmallFigure({ pattern }: { pattern: Pattern }) {
  const { points, effect, counted } = pattern
  const isYesOrNo = points.every(({ value }) => value === 0 || value === 1)
  if (points.length > 2 && !isYesOrNo) return <Spark pattern={pattern} />
  const isShare = counted === 'actions' && effect.value >= 0 && effect.value <= 1
  return isShare ? <ShareBar effect={effect} /> : <Cairns pattern={pattern} />
}

function Frame({ height: tall = height, children }: { height?: number; children: ReactNode }) {
  return (
    <svg className="small-figure" width={width} height={tall} viewBox={`0 0 ${width} ${tall}`} aria-hidden="true">
      {children}
    </svg>
  )
}

/** The points, and a quiet line through what they do on the whole. */
function Spark({ pattern: { points, kind, from, to } }: { pattern: Pattern }) {
  const days = spanOf(points.map(({ day }) => day))
  if (!days) return null
  const x = dayScale(days, [pad, width - pad])
  const values = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - pad, pad])
  const along = line<PatternPoint>(
    ({ day }) => x(day),
    ({ value }) => y(value),
  ).curve(curveMonotoneX)
  return (
    <Frame>
      {kind === 'turning-point' && <TurnBand x={x} from={from} to={to} />}
      {points.map(({ day, value }, index) => (
        <circle key={`${day} ${index}`} className="spark-point" cx={x(day)} cy={y(value)} r={1.8} />
      ))}
      <path className="spark-line" d={along(smooth(points)) ?? ''} />
    </Frame>
  )
}

function TurnBand({ x, from, to }: { x: DayScale; from: string; to: string }) {
  return <rect className="turn-range" x={x(from) - 2} width={x(to) - x(from) + 4} y={0} height={height} />
}

/** How much of a whole, with the range that it may truly lie in. */
function ShareBar({ effect: { value, low, high } }: { effect: Pattern['effect'] }) {
  const x = scaleLinear([0, 1], [pad, width - pad])
  const middle = height / 2
  return (
    <Frame>
      <rect className="share-whole" x={pad} width={width - pad * 2} y={middle - 5} height={10} rx={5} />
      <rect className="share-part" x={pad} width={x(value) - pad} y={middle - 5} height={10} rx={5} />
      {low !== null && high !== null && (
        <line className="share-range" x1={x(low)} x2={x(high)} y1={middle + 12} y2={middle + 12} />
      )}
    </Frame>
  )
}

const stone = { width: 9.5, height: 4.6 }

/** A stone for every place that it was read from, laid on one another where they lie close in time: small cairns. */
function Cairns({ pattern: { evidence, from, to } }: { pattern: Pattern }) {
  const days = spanOf([from, to, ...evidence.map(({ day }) => day)])
  if (!days) return null
  const x = dayScale(days, [pad + stone.width / 2, width - pad - stone.width / 2])
  const base = heightOfCairns - pad
  return (
    <Frame height={heightOfCairns}>
      <line className="cairn-ground" x1={0} x2={width} y1={base} y2={base} />
      {pileUp(evidence.map(({ day }) => x(day))).map(({ x: centre, level }) => (
        <ellipse
          key={`${centre} ${level}`}
          className="cairn-stone"
          cx={centre}
          cy={base - stone.height * (level + 0.5) - 1}
          rx={(stone.width / 2) * (1 - Math.min(level, 5) * 0.1)}
          ry={stone.height / 2}
        />
      ))}
    </Frame>
  )
}

/** Stones in columns as wide as a stone, each with its height in its column; what would reach over the top is left out. */
function pileUp(places: readonly number[]) {
  const most = Math.floor((heightOfCairns - pad * 2) / stone.height)
  const columns = Map.groupBy(places, (place) => Math.round(place / stone.width))
  return [...columns].flatMap(([column, held]) =>
    held.slice(0, most).map((_, level) => ({ x: column * stone.width, level })),
  )
}
