/** Names of days under a drawing. */
import { ticksOf, type DayScale } from './days.ts'

/** Pixels from an end within which a label leans inwards. */
const edge = 24

export function DayAxis({ x, y }: { x: DayScale; y: number }) {
  const [left, right] = x.range
  return (
    <g className="chart-axis" aria-hidden="true">
      <line x1={left} x2={right} y1={y} y2={y} />
      {ticksOf(x).map((tick) => (
        <g key={tick.x}>
          <line x1={tick.x} x2={tick.x} y1={y} y2={y + 5} />
          <text x={tick.x} y={y + 19} textAnchor={anchorOf(tick.x, left, right)}>
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  )
}

function anchorOf(x: number, left: number, right: number) {
  if (x - left < edge) return 'start'
  return right - x < edge ? 'end' : 'middle'
}
