/** Sessions that grow from 2 sentences to 41, of which each speaks of something with a chance of its own. */
import { createChance } from './chance.ts'

/** `rate` is the chance of a sentence, by the place of its session from 0 to 1. */
export function growingCounts(seed: number, rate: (place: number) => number) {
  const chance = createChance(seed)
  return Array.from({ length: 40 }, (_, i) => {
    const exposure = 2 + i
    const count = Array.from({ length: exposure }).filter(() => chance.happens(rate(i / 39))).length
    return { time: 3 * i, count, exposure }
  })
}
