/** One node of the picture: its shape, large enough to be touched, and its label beside it. */
import type { SVGProps } from 'react'
import type { GraphNode } from '../../contract.ts'
import { KindShape } from '../kinds/kind-mark.tsx'
import { breakLabel, labelGap, type Spot } from './layout.ts'

/** The middle has no side. */
export type Place = Pick<Spot, 'x' | 'y'> & Partial<Spot>

interface GraphNodeMarkProps {
  node: GraphNode
  place: Place | undefined
  rowHeight: number
  /** What makes the shape a button; its name says more than the label, which may be shortened. */
  button: SVGProps<SVGGElement>
}

const letter = { width: 7.4, height: 16 }
const centreRadius = 24
const mostLines = 2

export function GraphNodeMark({ node, place, rowHeight, button }: GraphNodeMarkProps) {
  if (!place) return null
  const { x, y, side, room = 0 } = place
  const lines = side === undefined ? [] : breakLabel(node.label, Math.floor(room / letter.width), mostLines)
  const longest = Math.max(0, ...lines.map(({ length }) => length))
  const reach = Math.min(room, longest * letter.width) + labelGap + 18
  return (
    <>
      <title>{node.label}</title>
      <g {...button} className="journey-node-button">
        {side === undefined ? (
          <circle className="journey-hit" cx={x} cy={y} r={centreRadius} />
        ) : (
          <rect
            className="journey-hit"
            x={side === 'right' ? x - 12 : x + 12 - reach}
            y={y - rowHeight / 2}
            width={reach}
            height={rowHeight}
            rx={8}
          />
        )}
        <g transform={`translate(${x} ${y}) scale(${side === undefined ? 1.9 : 1})`}>
          <KindShape kind={node.kind} />
        </g>
      </g>
      <Label lines={lines} place={place} />
    </>
  )
}

function Label({ lines, place: { x, y, side } }: { lines: readonly string[]; place: Place }) {
  const isRight = side === 'right'
  const top = y - ((lines.length - 1) * letter.height) / 2
  return (
    <text aria-hidden="true" textAnchor={isRight ? 'start' : 'end'} className="journey-node-label">
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={isRight ? x + labelGap : x - labelGap}
          y={top + index * letter.height}
          dominantBaseline="central"
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}
