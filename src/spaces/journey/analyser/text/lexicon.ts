/** Reads the word lists beside the analyser: tab-separated, a heading line, `#` for remarks, one row a line. */
import { readFileSync } from 'node:fs'

const folder = new URL('../lexicons/', import.meta.url)

/** Returns the rows of `lexicons/<name>.tsv` as cells, without heading, remarks and blank lines. */
export function readLexicon(name: string): string[][] {
  const lines = readFileSync(new URL(`${name}.tsv`, folder), 'utf8').split('\n')
  return lines
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}
