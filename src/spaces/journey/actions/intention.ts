/** Which words are the same intention: the same act, and the same stance to it. "Drink" is not "not drink". */
import { actKeyOf } from '../analyser/follow-ups/act-key.ts'

type Polarity = 'do' | 'avoid'

const denial = /^(?:not|never|no)\b/iu

/** As the analyser said; else as the words begin. */
export const polarityOf = (words: string, said?: Polarity): Polarity => said ?? (denial.test(words) ? 'avoid' : 'do')

export const intentionKeyOf = (words: string, said?: Polarity) =>
  polarityOf(words, said) === 'avoid' ? `avoid: ${actKeyOf(words)}` : actKeyOf(words)

/** The words of an act that say what it is. */
export const contentOf = (words: string): ReadonlySet<string> => new Set(actKeyOf(words).split(' '))
