/** How sure a pattern is, in a word. */
import type { Pattern } from '../../../patterns/contract.ts'

export type Band = 'clear' | 'likely' | 'unclear'

/** Up to these shares of chance. What was adjusted for how much was tested may be a little larger. */
const chance = { clear: 0.01, likely: 0.05, likelyAdjusted: 0.1 }

/** How wide an interval may be: of a share as it is, of anything else in parts of the value. */
const width = { ofShare: { clear: 0.25, likely: 0.5 }, relative: { clear: 0.5, likely: 1 } }

/** Undefined where something was merely counted, so that there is nothing to be unsure of. */
export function bandOf({ p, q, effect }: Pick<Pattern, 'p' | 'q' | 'effect'>): Band | undefined {
  if (q !== null) return bandBy(q, { clear: chance.clear, likely: chance.likelyAdjusted })
  if (p !== null) return bandBy(p, chance)
  const { value, low, high } = effect
  if (low === null || high === null) return undefined
  if (low >= 0 && high <= 1) return bandBy(high - low, width.ofShare)
  return bandBy((high - low) / Math.max(Math.abs(value), Number.EPSILON), width.relative)
}

function bandBy(value: number, { clear, likely }: { clear: number; likely: number }): Band {
  if (value <= clear) return 'clear'
  return value <= likely ? 'likely' : 'unclear'
}
