import { expect, test } from 'vitest'
import { day, hour, minute, second } from '#std/duration'
import { describeAgo } from './ago.ts'

test.each([
  { passed: 0, words: 'now' },
  { passed: 59 * second, words: 'now' },
  { passed: -2 * hour, words: 'now' },
  { passed: minute, words: '1 minute ago' },
  { passed: 59 * minute, words: '59 minutes ago' },
  { passed: 2 * hour, words: '2 hours ago' },
  { passed: day, words: 'yesterday' },
  { passed: 40 * day, words: '40 days ago' },
])('$passed milliseconds ago is “$words”', ({ passed, words }) => {
  const now = Date.UTC(2026, 2, 2)
  expect(describeAgo(now - passed, now)).toBe(words)
})
