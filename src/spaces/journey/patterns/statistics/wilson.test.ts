import { expect, test } from 'vitest'
import { wilson } from './wilson.ts'

const z2 = 1.959963984540054 ** 2

test.each([1, 8, 40])('none of %i may still be as many as z² allows, and all of them mirrors it', (n) => {
  const [none, all] = [wilson(0, n), wilson(n, n)]
  expect(none.share).toBe(0)
  expect(none.low).toBeCloseTo(0, 12)
  expect(none.high).toBeCloseTo(z2 / (n + z2), 12)
  expect(all.low).toBeCloseTo(n / (n + z2), 12)
  expect(all.high).toBeCloseTo(1, 12)
})

test('bounds are the shares from which what was seen lies just z errors away', () => {
  const { share, low, high } = wilson(13, 50)
  for (const bound of [low, high]) {
    expect((share - bound) ** 2 / ((bound * (1 - bound)) / 50)).toBeCloseTo(z2, 9)
  }
})

test('of nothing everything is open', () => {
  expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 })
})
