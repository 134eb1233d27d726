/** Texts that look like texts: few words stand everywhere and most are rare (Zipf's law), and all can be had again. */
import { createChance } from '../../tests/world/chance.ts'

export interface Texts {
  /** Common, middling and rare words, in this order of frequency. */
  words: readonly string[]
  write(): string
}

const vocabulary = 20_000
const length = 120
const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu', 'dan', 'fel', 'gor', 'hin', 'jas', 'pur']

export function createTexts(seed: number): Texts {
  const { next, pick } = createChance(seed)
  const words = Array.from(
    { length: vocabulary },
    (_, rank) => `${pick(syllables)}${pick(syllables)}${rank.toString(26)}`,
  )
  // The inverse of the logarithmic sum of 1/rank.
  const word = () => words[Math.floor(vocabulary ** next()) - 1] ?? ''
  return { words, write: () => Array.from({ length }, word).join(' ') }
}
