/** Sentences with what is to be read in them, written for this: tab-separated beside this file, a heading line first. */
import { readFileSync } from 'node:fs'

export function readSuite(name: string): string[][] {
  const lines = readFileSync(new URL(`${name}.tsv`, import.meta.url), 'utf8').split('\n')
  return lines.slice(1).flatMap((line) => (line === '' ? [] : [line.split('\t')]))
}
