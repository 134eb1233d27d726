import { expect, test } from 'vitest'
import { forecastNext } from './smoothing.ts'

test('fewer than eight values are foretold nothing', () => {
  expect(forecastNext([1, 2, 3, 4, 5, 6, 7])).toBeUndefined()
})

test('what never changes goes on as it is', () => {
  const same = { value: 0.4, low: 0.4, high: 0.4, error: 0, errorOfMean: 0, tries: 5 }
  const told = forecastNext(Array.from({ length: 8 }, () => 0.4))
  expect(told).toEqual(
    Object.fromEntries(Object.entries(same).map(([name, value]) => [name, expect.closeTo(value, 12)])),
  )
})

test('of what goes up and down the mean foretells best, with errors of the past by hand', () => {
  const values = [1, 0, 1, 0, 1, 0, 1, 0]
  const means = [2 / 3, 2 / 4, 3 / 5, 3 / 6, 4 / 7]
  const squares = means.map((mean, i) => ((values[3 + i] ?? 0) - mean) ** 2)
  const error = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 5)
  const told = forecastNext(values)
  expect(told?.value).toBeCloseTo(0.5, 12)
  expect(told?.error).toBeCloseTo(error, 12)
  expect(told?.errorOfMean).toBeCloseTo(error, 12)
  // Student's t of five degrees leaves 2.5 % above 2.571; the expansion is a little short of it.
  const t = ((told?.high ?? 0) - 0.5) / (error * Math.sqrt(1 + 1 / 8))
  expect(t).toBeCloseTo(2.571, 1)
})

test('after a step the newest values count most', () => {
  const told = forecastNext([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
  expect(told?.value).toBeGreaterThan(0.9)
  expect(told?.error).toBeLessThan(told?.errorOfMean ?? 0)
})
