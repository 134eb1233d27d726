/** What points do on the whole: each becomes the mean of those around it. */
import type { PatternPoint } from '../../../patterns/contract.ts'

/** On either side, this part of all points. */
const reach = 1 / 6

export function smooth(points: readonly PatternPoint[]): PatternPoint[] {
  const around = Math.max(1, Math.round(points.length * reach))
  return points.map((point, index) => {
    const near = points.slice(Math.max(0, index - around), index + around + 1)
    return { day: point.day, value: near.reduce((sum, { value }) => sum + value, 0) / near.length }
  })
}
