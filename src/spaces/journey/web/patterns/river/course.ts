/** Where a stream runs in the drawing, and where along it its name is written. */
import { area, curveBasis, line } from 'd3-shape'
import type { DayScale } from '../../../../../web/kit/charts/days.ts'
import { words } from '../words.ts'
import { roomFor } from './label.ts'
import { other, type Stream } from './river.ts'

export interface Course {
  key: string
  family: string
  name: string
  /** The path around it. */
  banks: string
  /** The path along its middle that its name follows; undefined where the stream is too thin for it. */
  way: string | undefined
}

interface Scales {
  times: readonly number[]
  x: DayScale
  y: (value: number) => number
}

interface Point {
  x: number
  inner: number
  outer: number
}

/** About how wide a letter of the name is, and how high a line of it, in pixels. */
const letter = { width: 7.6, height: 16, drop: 4.5 }

export function courseOf(stream: Stream, { times, x, y }: Scales): Course {
  const sign = stream.side === 'pleasant' ? 1 : -1
  const points = stream.banks.map(([inner, outer], index) => ({
    x: x.scale(times[index] ?? 0),
    inner: y(inner * sign),
    outer: y(outer * sign),
  }))
  const name = nameOf(stream)
  return {
    key: `${stream.side} ${stream.name}`,
    family: stream.name,
    name,
    banks: around(points),
    way: along(points, name),
  }
}

function nameOf({ name, side }: Stream) {
  if (name !== other) return name
  return side === 'pleasant' ? words.river.otherPleasant : words.river.otherHeavy
}

function around(points: readonly Point[]) {
  const shape = area<Point>(
    (point) => point.x,
    (point) => point.inner,
    (point) => point.outer,
  ).curve(curveBasis)
  return shape(points) ?? ''
}

function along(points: readonly Point[], name: string) {
  const stream = points.map(({ inner, outer }) => ({ width: Math.abs(outer - inner), middle: (inner + outer) / 2 }))
  const step = ((points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0)) / (points.length - 1)
  const room = roomFor(stream, { length: name.length * letter.width, height: letter.height, step })
  if (!room) return undefined
  const middle = line<Point>(
    (point) => point.x,
    (point) => (point.inner + point.outer) / 2 + letter.drop,
  ).curve(curveBasis)
  return middle(points.slice(room.from, room.to + 1)) ?? undefined
}
