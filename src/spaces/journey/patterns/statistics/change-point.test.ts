import { expect, test } from 'vitest'
import { findChange } from './change-point.ts'

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
