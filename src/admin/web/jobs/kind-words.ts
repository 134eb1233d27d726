/** What a kind of job does, in the words of its space or of the administration. */
import { findJobWords, useSpaces } from '../../../web/data/running-spaces.ts'
import { words } from '../words.ts'

export function useKindWords(): (kind: string) => string {
  const spaces = useSpaces()
  return (kind) => words.jobs.kinds[kind] ?? findJobWords(spaces, kind)?.title ?? kind
}
