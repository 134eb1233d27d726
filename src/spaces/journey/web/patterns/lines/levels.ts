/** The level on either side of a turning point. */
import type { Pattern } from '../../../patterns/contract.ts'
import { words } from '../words.ts'

export interface Level {
  mean: number
  words: string
}

/** Undefined on a side without points. */
export function levelsOf({ points, subjects, from, to }: Pick<Pattern, 'points' | 'subjects' | 'from' | 'to'>) {
  const isMood = subjects.some(({ kind }) => kind === 'valence')
  const levelOf = (values: readonly number[]): Level | undefined => {
    if (values.length === 0) return undefined
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return { mean, words: isMood ? words.moodOf(mean) : words.figure(mean) }
  }
  return {
    before: levelOf(points.filter(({ day }) => day < from).map(({ value }) => value)),
    after: levelOf(points.filter(({ day }) => day > to).map(({ value }) => value)),
  }
}
