import { expect, test } from 'vitest'
import { titleFrom } from './title.ts'

test('a title is how the text begins', () => {
  expect(titleFrom('I slept well. Then work began.', undefined)).toBe('I slept well')
  expect(titleFrom('# A week of rest\n\nMonday …', undefined)).toBe('A week of rest')
  expect(titleFrom('Why again?  Because.', undefined)).toBe('Why again?')
})

test('a long beginning is cut between words and never inside a character', () => {
  const title = titleFrom('word '.repeat(30), undefined) ?? ''
  expect(title).toMatch(/word…$/)
  expect(title.length).toBeLessThanOrEqual(61)
  expect(titleFrom('😀'.repeat(60), undefined)?.isWellFormed()).toBe(true)
})

test('a file alone gives its name, and nothing gives nothing', () => {
  expect(titleFrom('  \n', 'Talk with Ann.vtt')).toBe('Talk with Ann')
  expect(titleFrom('', undefined)).toBeUndefined()
})
