/** Values in time. */
import { mean } from './ranks.ts'

export interface Moment {
  /** In days, on any calendar; equal times are allowed. */
  time: number
  value: number
}

/** Neighbours in time as one moment at their means, so that at most `most` are left. */
export function gather(moments: readonly Moment[], most: number): readonly Moment[] {
  if (moments.length <= most) return moments
  const stretches = Array.from({ length: most }, (_, i) =>
    moments.slice(Math.floor((i * moments.length) / most), Math.floor(((i + 1) * moments.length) / most)),
  )
  return stretches.map((part) => ({
    time: mean(part.map(({ time }) => time)),
    value: mean(part.map(({ value }) => value)),
  }))
}
