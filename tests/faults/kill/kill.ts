/**
 * Kills processes at random moments while several people use Cairn, and then looks whether it kept its word: what was
 * acknowledged is there to the character, nothing is there twice, every job came to its end.
 */
import type { EngineName, RunOptions } from '../run-options.ts'
import type { Verdict } from '../verdict.ts'
import { stormRoles } from './roles.ts'
import { stormSingle } from './single.ts'

const storms = { sqlite: stormSingle, postgres: stormRoles }
/** Of all kills, where there are both engines. */
const shares: Record<EngineName, number> = { sqlite: 2 / 3, postgres: 1 / 3 }

export async function runKill({ count, seed, engines }: RunOptions): Promise<Verdict> {
  const figures: string[] = []
  const violations: string[] = []
  for (const engine of engines) {
    const share = engines.length === 1 ? count : Math.ceil(count * shares[engine])
    const verdict = await storms[engine]({ count: share, seed })
    figures.push(verdict.figures)
    violations.push(...verdict.violations.map((words) => `${engine}: ${words}`))
  }
  return { figures: figures.join('; '), violations }
}
