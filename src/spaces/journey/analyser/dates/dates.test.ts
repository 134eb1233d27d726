import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSuite } from '../suites/suite.ts'
import { easterOf } from './calendar.ts'
import { findDue } from './dates.ts'
import { findRecurrence } from './recurrence.ts'

const seed = 20_260_228

const rows = readSuite('dues').map(([today = '', words = '', day = '', time = '']) => ({ today, words, day, time }))

test.each(rows)('on $today, "$words" is $day $time', ({ today, words, day, time }) => {
  const due = findDue(`call her ${words}`, today)
  expect([due?.day ?? 'none', due?.time ?? '']).toEqual([day, time])
})

test.each([
  ['call her tomorrow at 9, then rest', 'tomorrow at 9'],
  ['finish it by the end of the month', 'by the end of the month'],
  ['write at half past six on Tuesday morning', 'at half past six on Tuesday morning'],
  ['pay before  the 10th', 'before the 10th'],
])('"%s" keeps the words "%s"', (words, expected) => {
  expect(findDue(words, '2026-02-28')?.words).toBe(expected)
})

test.each([
  ['run every day', 'daily'],
  ['call her once a week', 'weekly'],
  ['review my budget every month', 'monthly'],
  ['call her every Sunday', 'every Sunday'],
  ['run twice a week', 'twice a week'],
  ['meditate every morning before work', 'every morning'],
  ['go to yoga on Tuesdays and Thursdays', 'on Tuesdays and Thursdays'],
  ['write three times a week', 'three times a week'],
  ['call him every other day', 'every other day'],
  ['stretch on weekdays', 'on weekdays'],
])('"%s" is to be done %s', (words, often) => {
  expect(findRecurrence(words)?.often).toBe(often)
})

test.each(['call her every time', 'think of everyday things', 'look after everyone', 'call her on Sunday'])(
  '"%s" is done once',
  (words) => {
    expect(findRecurrence(words)).toBeUndefined()
  },
)

test.each([
  [1954, '1954-04-18'],
  [2000, '2000-04-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
])('Easter of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(day)
})

test('a due is never before the day it was written on, and its words stand in the text', () => {
  const pieces = fc.constantFrom(...rows.map(({ words }) => words), 'call her', ',', 'and', '31', '/', '29 February')
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 5 }), days, (said, today) => {
      const words = said.join(' ')
      const due = findDue(words, today)
      if (!due) return
      expect(due.day >= today).toBe(true)
      expect(words.slice(due.from, due.to).replace(/\s+/gu, ' ').trim()).toBe(due.words)
      expect(due.time ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
    }),
    { seed, numRuns: 1000 },
  )
})
