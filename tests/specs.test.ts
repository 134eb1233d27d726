import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')

const tests = globSync(['src/**/*.test.ts', 'tests/**/*.test.ts']).map(read).join('\n')

/** Names may go on in the next line of the text. */
const namedIn = (spec: string) =>
  [...spec.replace(/\s+/g, ' ').matchAll(/Test: "([^"]+)"/g)].map(([, name = '']) => name)

/** Quotes as a name stands between in the code. */
const isWritten = (name: string) => ["'", '"', '`'].some((quote) => tests.includes(`${quote}${name}${quote}`))

test.each(globSync('src/**/SPEC.md').map((path) => ({ path })))('every test that $path names exists', ({ path }) => {
  expect(namedIn(read(path)).filter((name) => !isWritten(name))).toEqual([])
})
