/** Where the name of a stream is written: along its middle, where it is wide and level for as long as the name is. */

/** A sample of a stream, in pixels. */
export interface Stretch {
  width: number
  middle: number
}

export interface Run {
  /** Indexes of the samples that the name lies over. */
  from: number
  to: number
}

interface Lettering {
  length: number
  height: number
  /** Between two samples. */
  step: number
}

/** Pixels that a name keeps from either end. */
const edge = 8

/** Undefined where the name fits nowhere. */
export function roomFor(stream: readonly Stretch[], { length, height, step }: Lettering): Run | undefined {
  const span = Math.ceil(length / step)
  const inset = Math.ceil(edge / step)
  let best: Run | undefined
  let bestRoom = height
  for (let from = inset; from + span + inset < stream.length; from += 1) {
    const room = roomOver(stream.slice(from, from + span + 1))
    if (room <= bestRoom) continue
    bestRoom = room
    best = { from, to: from + span }
  }
  return best
}

/** How wide it is at its narrowest, less half of what it rises or falls. */
function roomOver(part: readonly Stretch[]) {
  const drop = Math.abs((part.at(-1)?.middle ?? 0) - (part[0]?.middle ?? 0))
  return Math.min(...part.map(({ width }) => width)) - drop / 2
}
