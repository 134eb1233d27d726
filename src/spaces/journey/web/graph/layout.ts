/**
 * Where things stand in the picture: the centre in the middle, everything else on an oval around it, its label outside.
 * Places depend on order and size alone, so a picture looks the same every time. Each side of the oval is divided into
 * rows of one height, and a label has its row for itself: that is why labels never overlap.
 */
export interface Spot {
  x: number
  y: number
  side: 'left' | 'right'
  /** Width that the label has, in pixels. */
  room: number
}

export interface Layout {
  height: number
  centre: { x: number; y: number }
  /** One for each node, in the same order. */
  spots: readonly Spot[]
}

export interface Frame {
  width: number
  rowHeight: number
}

const margin = 12
/** Space between a node and its label. */
export const labelGap = 16
const groupGap = 0.4
const narrowest = 26

/** `kinds` names the kind of each node, clockwise from the top; a small gap parts neighbouring kinds. */
export function layoutAround(kinds: readonly string[], frame: Frame): Layout {
  const half = Math.ceil(kinds.length / 2)
  const right = rowsOf(kinds.slice(0, half))
  const left = rowsOf(kinds.slice(half).reverse())
  const rows = Math.max(right.length, left.length, 5)
  const height = rows * frame.rowHeight + 2 * margin
  const centre = { x: frame.width / 2, y: height / 2 }
  const place = placeOn({ centre, rows, frame })
  const onRight = right.at.map((row) => place(row - right.length / 2, 'right'))
  const onLeft = left.at.map((row) => place(row - left.length / 2, 'left'))
  return { height, centre, spots: [...onRight, ...onLeft.reverse()] }
}

/** The middle of each row from the top, counted in rows. */
function rowsOf(kinds: readonly string[]) {
  let length = 0
  const at = kinds.map((kind, index) => {
    if (index > 0 && kind !== kinds[index - 1]) length += groupGap
    length += 1
    return length - 0.5
  })
  return { at, length }
}

interface Oval {
  centre: { x: number; y: number }
  rows: number
  frame: Frame
}

function placeOn({ centre, rows, frame }: Oval) {
  const tall = (rows * frame.rowHeight) / 2
  const wide = Math.max(narrowest * 2, Math.min(tall, frame.width * (frame.width < 520 ? 0.17 : 0.24)))
  return (row: number, side: Spot['side']): Spot => {
    const y = row * frame.rowHeight
    const x = Math.max(narrowest, wide * Math.sqrt(Math.max(0, 1 - (y / tall) ** 2)))
    const room = centre.x - x - labelGap - margin
    return { x: side === 'right' ? centre.x + x : centre.x - x, y: centre.y + y, side, room }
  }
}

/** A line to the middle is straight; one between two others bends towards the middle. */
export function curveBetween(from: Point, to: Point, centre: Point) {
  if (isSame(from, centre) || isSame(to, centre)) return `M${from.x} ${from.y}L${to.x} ${to.y}`
  const bend = { x: (from.x + to.x) / 4 + centre.x / 2, y: (from.y + to.y) / 4 + centre.y / 2 }
  return `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`
}

interface Point {
  x: number
  y: number
}
const isSame = (a: Point, b: Point) => a.x === b.x && a.y === b.y

/** Breaks a label into at most `lines` lines of `most` characters; what does not fit ends in "…". */
export function breakLabel(label: string, most: number, lines: number): string[] {
  const broken: string[] = []
  let rest = label.trim()
  while (rest !== '' && broken.length < lines) {
    const isLast = broken.length === lines - 1
    const line = isLast ? shorten(rest, most) : lineOf(rest, most)
    broken.push(line)
    rest = isLast ? '' : rest.slice(line.length).trim()
  }
  return broken
}

function lineOf(text: string, most: number) {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return space > 0 ? text.slice(0, space) : text.slice(0, most)
}

const shorten = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)
