/** Where the name of a stream is written: along its middle, where it is wide for as long as the name is. */

export interface Run {
  /** Indexes of the samples that the name lies over. */
  from: number
  to: number
}

/** `widths` in pixels at samples that are `step` pixels apart. Undefined where the name fits nowhere. */
export function roomFor(widths: readonly number[], { length, height, step }: Lettering): Run | undefined {
  const span = Math.ceil(length / step)
  let best: Run | undefined
  let bestWidth = height
  for (let from = 1; from + span < widths.length - 1; from += 1) {
    const narrowest = Math.min(...widths.slice(from, from + span + 1))
    if (narrowest <= bestWidth) continue
    bestWidth = narrowest
    best = { from, to: from + span }
  }
  return best
}

interface Lettering {
  length: number
  height: number
  step: number
}
