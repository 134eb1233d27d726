/**
 * The families of feelings as the pictures order them: the pleasant ones upwards from the middle, the heavy ones
 * downwards, the quietest nearest to it.
 */
export type Side = 'pleasant' | 'heavy'

const sides = {
  pleasant: ['calm', 'gratitude', 'interest', 'love', 'pride', 'joy'],
  heavy: ['surprise', 'sadness', 'fear', 'shame', 'anger', 'disgust'],
} as const satisfies Record<Side, readonly string[]>

const pleasant: readonly string[] = sides.pleasant
const all: readonly string[] = [...sides.pleasant, ...sides.heavy]

export const sideOf = (family: string): Side => (pleasant.includes(family) ? 'pleasant' : 'heavy')

/** For sorting: pleasant before heavy, each from the quietest; an unknown family comes last. */
export const rankOf = (family: string) => {
  const index = all.indexOf(family)
  return index < 0 ? all.length : index
}
