/** What a pattern speaks of, in words. */
import type { Pattern, PatternSubject } from '../../../patterns/contract.ts'
import { words } from '../words.ts'

export const subjectsInWords = ({ subjects }: Pick<Pattern, 'subjects'>) => subjects.map(subjectInWords).join(' · ')

function subjectInWords({ kind, label }: PatternSubject) {
  if (kind === 'valence') return words.subjects.valence
  if (kind === 'trap') return words.subjects.trap(label)
  return label
}
