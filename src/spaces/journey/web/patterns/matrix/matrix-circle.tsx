/** How many passages speak of a topic and a feeling at once: a circle, and a ring for how many would by chance. */
import { words } from '../words.ts'
import type { PlacedCell } from './matrix.ts'

interface CircleProps {
  cell: PlacedCell
  centre: { x: number; y: number }
  radius: (passages: number) => number
  reach: { x: number; y: number }
}

/** A circle this large has room for its number. */
const roomForNumber = 9
/** Closer than this, a ring and its circle would be one blurred line. */
const apart = 2

export function MatrixCircle({ cell, centre: { x, y }, radius, reach }: CircleProps) {
  const size = radius(cell.passages)
  const isInside = size >= roomForNumber
  return (
    <>
      <rect className="chart-band" x={x - reach.x / 2} y={y - reach.y / 2} width={reach.x} height={reach.y} rx={6} />
      <circle className="matrix-circle" data-more={cell.isMore} cx={x} cy={y} r={size} />
      {Math.abs(radius(cell.expected) - size) > apart && (
        <circle className="matrix-ring" cx={x} cy={y} r={radius(cell.expected)} />
      )}
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
      <title>{words.matrix.cell(cell)}</title>
    </>
  )
}
