/** What a command of the command line is, and what its exit code says. */

/** All is well. */
export const done = 0
/** It could not be done, or something is wrong; it was said in words. */
export const failed = 1
/** The command was called with words that it does not know. */
export const misused = 2

export interface CliCommand {
  name: string
  /** One line in the list of commands. */
  about: string
  /** What follows the name: `NAME [--deep]`. */
  usage: string
  /** Further lines of `cairn NAME --help`. */
  details: readonly string[]
  /** Flags that take no value. */
  switches?: readonly string[]
  /** Answers the exit code. */
  run(given: { words: readonly string[]; flags: Record<string, string> }): Promise<number>
}

/** Says what was wrong with the call, and where to read on. */
export function misuse(name: string, words: string): number {
  console.error(`${words}\nRead on with: cairn ${name} --help`)
  return misused
}

/** The name among `names` that somebody may have meant by `word`. */
export function hintFor(word: string, names: readonly string[]): string {
  const [nearest] = names.toSorted((a, b) => distance(word, a) - distance(word, b))
  if (nearest === undefined || distance(word, nearest) > 2) return ''
  return ` Did you mean “${nearest}”?`
}

/** How many letters have to be put in, taken out or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const kept = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(kept, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
