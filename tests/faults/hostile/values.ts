/** Values of every type and size, seldom the right ones. */
import type { Draw } from './draw.ts'

const numbers = [0, -1, 1, 0.5, -0, 1e308, -1e308, 2 ** 53, 2 ** 63, 100, 101]
const deepest = 4
/** What one endpoint or another takes. */
const rightAtTimes = [
  'confirmed',
  'rejected',
  'koi8-r',
  'newest',
  'emotion',
  '2026-03-02',
  'someone@example.org',
  'a long password',
  'others',
  'failed',
  'administrator',
  'journey.sessions:read',
]

export function drawValue(draw: Draw, depth: number): unknown {
  const { chance, strings, ids } = draw
  const kind = chance.between(0, depth < deepest ? 9 : 6)
  if (kind <= 3) return chance.pick(strings)
  if (kind === 4) return chance.pick(numbers)
  if (kind === 5) return chance.pick([null, true, false])
  if (kind === 6) return chance.pick([...rightAtTimes, ...ids])
  if (kind === 7) return Array.from({ length: chance.pick([0, 1, 3, 300]) }, () => drawValue(draw, deepest))
  if (kind === 8) return Object.fromEntries([[chance.pick(strings), drawValue(draw, depth + 1)]])
  return { [chance.pick(['status', 'label', 'title', '__proto__'])]: drawValue(draw, depth + 1) }
}
