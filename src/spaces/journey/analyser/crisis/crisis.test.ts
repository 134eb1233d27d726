import { describe, expect, test } from 'vitest'
import { readSuite } from '../suites/suite.ts'
import { splitPassages } from '../text/passages.ts'
import { readCrisis } from './crisis.ts'

const rows = readSuite('crisis').map(([level = '', sentence = '']) => ({ level, sentence }))

const read = (text: string) => readCrisis(text, splitPassages(text))

function levelOf(text: string): string {
  const levels = read(text).map(({ level }) => level)
  return levels.includes('urgent') ? 'urgent' : (levels[0] ?? 'none')
}

describe('wording of a crisis', () => {
  test.each(rows)('"$sentence" is $level', ({ level, sentence }) => {
    expect(levelOf(sentence)).toBe(level)
  })

  test.each(rows.filter(({ level }) => level !== 'none'))('"$sentence" is seen inside a longer text', (row) => {
    const before = 'Work was long today. We had soup. '
    for (const { span } of read(`${before}${row.sentence} Then I slept.`)) {
      expect(`${before}${row.sentence} Then I slept.`.slice(span.start, span.end)).toBe(span.quote)
    }
    expect(levelOf(`${before}${row.sentence} Then I slept.`)).toBe(row.level)
  })
})
