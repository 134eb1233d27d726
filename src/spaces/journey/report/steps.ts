/** What became of an action, from its moves. Pure. */
import type { ReportStep } from './contract.ts'

/** One that stands: made by a person, by a renewal, or read from a session that is there. */
export interface StandingMove {
  toStatus: string
  madeBy: string
  day: string
}

/**
 * Oldest first. A step that was gone back on is none: what was done and is open again was not done. Only a renewal
 * opens again without going back, for what comes again was done before.
 */
export function stepsOf(moves: readonly StandingMove[]): ReportStep[] {
  let settled: ReportStep[] = []
  let steps: ReportStep[] = []
  for (const { toStatus, madeBy, day } of moves) {
    if (madeBy === 'renewal') {
      settled = [...settled, ...steps]
      steps = []
      continue
    }
    const what = named.get(toStatus)
    steps = steps.filter((step) => heightOf(step) < (what === undefined ? 0 : heightOf({ what })))
    if (what !== undefined) steps.push({ what, day })
  }
  return [...settled, ...steps]
}

const named = new Map<string, ReportStep['what']>([
  ['in-progress', 'begun'],
  ['done', 'done'],
  ['dropped', 'dropped'],
])

const heightOf = ({ what }: Pick<ReportStep, 'what'>) => (what === 'begun' ? 1 : 2)
