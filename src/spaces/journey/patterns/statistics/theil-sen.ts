/**
 * Theil–Sen: the median of the slopes of all pairs, with the interval of Sen (1968). Time counts in days, not in places
 * of a list. Long series are first gathered into five hundred stretches of equally many values, because the pairs of ten
 * thousand values would be fifty million.
 */
import { gather, type Moment } from './moments.ts'
import { nth } from './nth.ts'
import { z95 } from './normal.ts'

export interface Slope {
  /** In units of the value a day. */
  slope: number
  /** Bounds of 95 %. */
  low: number
  high: number
}

const mostStretches = 500

/** Of fewer than two moments, or of moments at one time, the slope is 0. */
export function theilSen(moments: readonly Moment[]): Slope {
  const gathered = gather(moments, mostStretches)
  const slopes = slopesOf(gathered)
  const n = gathered.length
  const reach = z95 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  const middle = (slopes.length - 1) / 2
  return {
    slope: at(slopes, middle),
    low: at(slopes, middle - reach / 2),
    high: at(slopes, middle + reach / 2),
  }
}

function slopesOf(moments: readonly Moment[]): Float64Array {
  const slopes = new Float64Array((moments.length * (moments.length - 1)) / 2)
  let count = 0
  moments.forEach((later, i) => {
    for (let j = 0; j < i; j += 1) {
      const { time, value } = moments[j] ?? later
      if (time !== later.time) slopes[count++] = (later.value - value) / (later.time - time)
    }
  })
  return slopes.subarray(0, count)
}

/** The value at a place of the order that may lie between two; the ends go on for ever. */
function at(slopes: Float64Array, place: number): number {
  const inside = Math.min(Math.max(place, 0), slopes.length - 1)
  return slopes.length === 0 ? 0 : (nth(slopes, Math.floor(inside)) + nth(slopes, Math.ceil(inside))) / 2
}
