/** A shape for every kind of thing, filled in its colour: shape and colour say the same, so that either is enough. */
import type { GraphNode } from '../../contract.ts'
import './kinds.css'

type Kind = GraphNode['kind']

const circle = 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z'
const square = 'M-7-7H7V7H-7Z'
const hexagon = 'M-8.6 0-4.3-7.6H4.3L8.6 0 4.3 7.6H-4.3Z'

/** Drawn around 0, 0 within 18 units. */
const outlines: Record<Kind, string> = {
  emotion: circle,
  family: circle,
  valence: circle,
  topic: square,
  domain: square,
  belief: 'M0-9 9 0 0 9-9 0Z',
  challenge: 'M0-8.6 9 7.2H-9Z',
  insight: 'm0-9.4 2.6 6.1 6.6.6-5 4.4 1.5 6.5L0 4.8l-5.7 3.4 1.5-6.5-5-4.4 6.6-.6Z',
  action: 'M-8-6.2H2L9 0 2 6.2H-8Z',
  session: hexagon,
  person: hexagon,
}

/** For use inside another drawing. */
export function KindShape({ kind }: { kind: Kind }) {
  return <path d={outlines[kind]} className="journey-shape" data-kind={kind} />
}

export function KindMark({ kind, size = 14 }: { kind: Kind; size?: number }) {
  return (
    <svg viewBox="-10 -10 20 20" width={size} height={size} className="journey-kind-mark" aria-hidden="true">
      <KindShape kind={kind} />
    </svg>
  )
}
