import { expect, test } from 'vitest'
import { growingCounts } from '../../../../../tests/world/growing-counts.ts'
import { findChange, findRateChange } from './change-point.ts'
import { wilson } from './wilson.ts'

const level = (length: number, value: number, ripple = 0.1) =>
  Array.from({ length }, (_, i) => value + ((i * 7) % 5) * ripple)

test('a step is found where it is, with the levels on either side', () => {
  const change = findChange([...level(15, 0), ...level(10, 5)])
  expect(change).toMatchObject({ at: 15, from: 15, to: 15, p: 1 / 2000 })
  expect(change?.before).toBeCloseTo(0.2, 12)
  expect(change?.after).toBeCloseTo(5.2, 12)
})

test('of a small step the place is a range around it', () => {
  const change = findChange([...level(15, 0, 0.5), ...level(15, 0.8, 0.5)])
  if (!change) throw new Error('Thirty values are enough')
  expect(change.from).toBeLessThan(15)
  expect(change.to).toBeGreaterThan(15)
})

test('values that only go up and down have no other level', () => {
  const values = Array.from({ length: 40 }, (_, i) => (i * 7) % 5)
  expect(findChange(values)?.p).toBeGreaterThan(0.5)
})

test('a level needs three values, so fewer than six have none', () => {
  expect(findChange([0, 0, 5, 5, 5])).toBeUndefined()
  expect(findChange([0, 0, 0, 5, 5, 5])).toMatchObject({ at: 3, before: 0, after: 5 })
})

test('of rates the levels are those of all that was counted, and the place is where they part', () => {
  const counts = Array.from({ length: 30 }, (_, i) => ({
    time: i,
    count: i < 18 ? (i % 3 === 0 ? 1 : 0) : 2 + (i % 3),
    exposure: 4 + (i % 3),
  }))
  const change = findRateChange(counts)
  expect(change).toMatchObject({ at: 18, p: 1 / 2000 })
  // Six of 18 sessions once, in 90 sentences; then 36 in 60.
  expect(change?.before).toBeCloseTo(6 / 90, 12)
  expect(change?.after).toBeCloseTo(36 / 60, 12)
})

test('rates that stay while stretches grow have no other level more often than chance allows', () => {
  const told = Array.from({ length: 300 }, (_, seed) => findRateChange(growingCounts(seed, () => 0.1))?.p ?? 1)
  expect(wilson(told.filter((p) => p < 0.05).length, 300).low).toBeLessThan(0.06)
  expect(Math.min(...told)).toBeLessThan(0.05)
})
