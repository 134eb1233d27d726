import { expect, test } from 'vitest'
import { clusteredMore } from './clustered.ts'
import { fisherMore } from './fisher.ts'
import { upperTail } from './normal.ts'

test('one session that is full of both is one witness', () => {
  const full = { all: 10, one: 8, other: 8, both: 8 }
  const empty = { all: 10, one: 0, other: 0, both: 0 }
  expect(clusteredMore([full, ...Array.from({ length: 9 }, () => empty)])).toBeGreaterThan(0.1)
  expect(fisherMore({ all: 100, one: 8, other: 8, both: 8 })).toBeLessThan(1e-10)
})

test('sessions that each have a little of both are many witnesses', () => {
  const some = { all: 10, one: 2, other: 2, both: 2 }
  const none = { all: 10, one: 1, other: 1, both: 0 }
  expect(clusteredMore([...Array.from({ length: 10 }, () => some), none, none])).toBeLessThan(0.01)
})

test('it is the score over its spread between sessions', () => {
  // Shares 0.3 and 0.4: scores 1 − 0.3·2 − 0.4·2 + 0.12·5 = 0.2 and 1 − 0.3·2 − 0.4·1 + 0.12·5 = 0.6.
  const tables = [
    { all: 5, one: 2, other: 2, both: 1 },
    { all: 5, one: 1, other: 2, both: 1 },
  ]
  expect(clusteredMore(tables)).toBeCloseTo(upperTail(0.8 / Math.sqrt(0.04 + 0.36)), 12)
})

test('things that are nowhere say nothing', () => {
  expect(clusteredMore([{ all: 5, one: 0, other: 0, both: 0 }])).toBe(1)
})
