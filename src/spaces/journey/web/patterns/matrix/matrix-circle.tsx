/** How many passages speak of a topic and a feeling at once: a circle, and a ring for how many would by chance. */
import { words } from '../words.ts'
import type { PlacedCell } from './matrix.ts'

interface CircleProps {
  cell: PlacedCell
  centre: { x: number; y: number }
  radius: (passages: number) => number
  reach: { x: number; y: number }
}

/** Closer than this, a ring and its circle would be one blurred line. */
const apart = 2

export function MatrixCircle({ cell, centre: { x, y }, radius, reach }: CircleProps) {
  const size = radius(cell.passages)
  return (
    <>
      <rect className="chart-band" x={x - reach.x / 2} y={y - reach.y / 2} width={reach.x} height={reach.y} rx={6} />
      <circle className="matrix-circle" data-more={cell.isMore} cx={x} cy={y} r={size} />
      {isRingSeen(radius(cell.expected), size) && (
        <circle className="matrix-ring" cx={x} cy={y} r={radius(cell.expected)} />
      )}
      <title>{words.matrix.cell(cell)}</title>
    </>
  )
}

/** A ring within the circle would cross the number, unless it runs around it. */
const isRingSeen = (ring: number, circle: number) =>
  ring > circle + apart || (ring < circle - apart && ring > aroundNumber)

const aroundNumber = 9

/** A circle this large has room for its number. */
const roomForNumber = 9

/** Stands over the circle and apart from it, because its name says the number already. */
export function MatrixNumber({ cell, centre: { x, y }, radius }: Omit<CircleProps, 'reach'>) {
  const size = radius(cell.passages)
  const isInside = size >= roomForNumber
  return (
    <text
      className="matrix-number"
      data-inside={isInside}
      data-more={cell.isMore}
      x={isInside ? x : x + size + 4}
      y={y + 4}
      textAnchor={isInside ? 'middle' : 'start'}
    >
      {cell.passages}
    </text>
  )
}
