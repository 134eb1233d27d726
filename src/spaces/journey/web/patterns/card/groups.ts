/** Patterns in the groups that people ask for, each from the most certain. */
import type { Pattern, PatternKind } from '../../../patterns/contract.ts'
import { bandOf, type Band } from './confidence.ts'

export type GroupName = 'changes' | 'returns' | 'together' | 'doing'

const groupOf: Record<PatternKind, GroupName> = {
  trend: 'changes',
  'turning-point': 'changes',
  forecast: 'changes',
  belief: 'changes',
  recurrence: 'returns',
  challenge: 'returns',
  'co-occurrence': 'together',
  link: 'together',
  cascade: 'together',
  'follow-through': 'doing',
}

const names = ['changes', 'returns', 'together', 'doing'] as const satisfies GroupName[]

export interface PatternGroup {
  name: GroupName
  patterns: readonly Pattern[]
}

export function groupPatterns(patterns: readonly Pattern[]): PatternGroup[] {
  const sorted = inOrder(patterns)
  return names
    .map((name) => ({ name, patterns: sorted.filter(({ kind }) => groupOf[kind] === name) }))
    .filter((group) => group.patterns.length > 0)
}

/** The surest of what was tested and is not left open. */
export const strongestOf = (patterns: readonly Pattern[]): Pattern | undefined =>
  inOrder(patterns).find((pattern) => pattern.p !== null && bandOf(pattern) !== 'unclear')

const ranks: Record<Band | 'counted', number> = { clear: 0, likely: 1, counted: 1, unclear: 2 }
const rankOf = (pattern: Pattern) => ranks[bandOf(pattern) ?? 'counted']

const inOrder = (patterns: readonly Pattern[]) =>
  [...patterns].sort((a, b) => rankOf(a) - rankOf(b) || (a.q ?? a.p ?? 1) - (b.q ?? b.p ?? 1))
