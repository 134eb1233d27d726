/** Pairs of sentences that differ in little but whose feeling it is, whether it is denied, or when it is. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import type { EmotionFinding } from '../findings.ts'

const analyser = createAnalyser()

const suites: { name: string; tell: (finding: EmotionFinding) => string }[] = [
  { name: 'experiencer', tell: ({ experiencer }) => experiencer },
  { name: 'negation', tell: ({ negated }) => (negated ? 'absent' : 'present') },
  { name: 'tense', tell: ({ tense }) => tense },
]

function readPairs(name: string): string[][] {
  const file = readFileSync(new URL(`minimal-pairs/${name}.tsv`, import.meta.url), 'utf8')
  return file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

describe.each(suites)('$name', ({ name, tell }) => {
  test.each(readPairs(name))('"%s" is read as %s, %s', (sentence = '', label, expected) => {
    const findings = analyser.analyse(sentence).emotions.filter((emotion) => emotion.label === label)
    expect(findings.map(tell)).toEqual([expected])
  })
})

test('there are 400 pairs and more, and none stands there twice', () => {
  const sentences = suites.flatMap(({ name }) => readPairs(name).map(([sentence]) => sentence))
  expect(sentences.length).toBeGreaterThanOrEqual(400)
  expect(new Set(sentences).size).toBe(sentences.length)
})
