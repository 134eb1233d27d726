import { expect, test } from 'vitest'
import { presenceChances } from './presence.ts'

test('stretches of one length have one chance each', () => {
  expect(presenceChances([5, 5, 5, 5], 1).map((chance) => chance.toFixed(9))).toEqual(Array(4).fill('0.250000000'))
})

test('it is there as often as it is, and likelier where there is more room', () => {
  const chances = presenceChances([1, 2, 4, 40], 2)
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(2, 9)
  const missing = chances.map((chance) => 1 - chance)
  expect(missing[1]).toBeCloseTo((missing[0] ?? 0) ** 2, 9)
  expect(missing[3]).toBeCloseTo((missing[0] ?? 0) ** 40, 9)
})

test.each([
  { what: 'is nowhere', exposures: [1, 2], present: 0, expected: [0, 0] },
  { what: 'is everywhere', exposures: [1, 2], present: 2, expected: [1, 1] },
  { what: 'has no room', exposures: [0, 0], present: 1, expected: [0, 0] },
  { what: 'has room in one', exposures: [0, 3], present: 1, expected: [0, 1] },
])('what $what', ({ exposures, present, expected }) => {
  presenceChances(exposures, present).forEach((chance, i) => expect(chance).toBeCloseTo(expected[i] ?? NaN, 9))
})
