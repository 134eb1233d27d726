/** What happened, told without a word of feeling, and the feeling it usually brings: the strongest one that is found. */
import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import { readSuite } from '../suites/suite.ts'
import { readSentence } from '../text/sentence.ts'
import { readWords } from '../text/words.ts'
import { readAppraisals } from './read-appraisals.ts'

const analyser = createAnalyser()

const suites = [
  // Read while the rules were written: it keeps what was reached.
  { name: 'situations', accuracy: 0.82, macroF1: 0.83 },
  // Written after the rules, which were not changed since: what to expect of sentences that nobody read before.
  { name: 'situations-unseen', accuracy: 0.29, macroF1: 0.26 },
]

interface Told {
  readonly family: string
  readonly found: string
}

function read(name: string): Told[] {
  return readSuite(name).map(([family = '', sentence = '']) => {
    const strongest = analyser.analyse(sentence).emotions.find(({ negated }) => !negated)
    return { family, found: strongest?.ekman ?? 'neutral' }
  })
}

const shareOf = (told: readonly Told[], isCounted: (one: Told) => boolean) =>
  told.filter(isCounted).length / told.length

function f1Of(told: readonly Told[], family: string): number {
  const right = told.filter((one) => one.family === family && one.found === family).length
  const named = told.filter((one) => one.family === family || one.found === family).length
  return right === 0 ? 0 : (2 * right) / (named + right)
}

describe.each(suites)('$name', ({ name, accuracy, macroF1 }) => {
  const told = read(name)
  const families = [...new Set(told.map(({ family }) => family))]

  test('holds seven families in like number', () => {
    expect(families).toHaveLength(7)
    const sizes = families.map((family) => told.filter((one) => one.family === family).length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2)
  })

  test('is read right as often as before', () => {
    expect(shareOf(told, ({ family, found }) => family === found)).toBeGreaterThanOrEqual(accuracy)
    const scores = families.map((family) => f1Of(told, family))
    expect(scores.reduce((sum, score) => sum + score, 0) / families.length).toBeGreaterThanOrEqual(macroF1)
  })
})

function labelsIn(text: string): string[] {
  const passage = { start: 0, end: text.length }
  return readAppraisals(
    readSentence(
      text,
      passage,
      readWords(text, passage, () => true),
    ),
  ).map(({ label }) => label)
}

test.each([
  ['My grandfather died in June.', 'grieving'],
  ['Somebody stole my car.', 'angry'],
  ['He called me stupid.', 'angry'],
  ['They offered me the job.', 'happy'],
])('"%s" brings feelings', (text, label) => {
  expect(labelsIn(text)).toEqual([label])
})

test.each([
  'If my grandfather died, I would go home.',
  'I read a novel in which somebody stole my car.',
  'Did he call me stupid?',
  'I hope that they offer me the job.',
  'He has not called me stupid.',
  'Nobody stole my car.',
])('"%s" has not happened', (text) => {
  expect(labelsIn(text)).toEqual([])
})
