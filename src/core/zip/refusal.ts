/** What is said of an archive that is not read. */
import { defineProblem, Problem } from '#contract/problem'

export const zipUnreadable = defineProblem({
  name: 'zip/unreadable',
  status: 422,
  title: 'This archive cannot be read',
})

export function refuse(words: string): never {
  throw new Problem(zipUnreadable, words)
}
