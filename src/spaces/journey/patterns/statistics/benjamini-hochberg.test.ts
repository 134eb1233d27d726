import { expect, test } from 'vitest'
import { adjust } from './benjamini-hochberg.ts'

const exact = (values: readonly number[]) => adjust(values).map((value) => Number(value.toFixed(12)))

test('each is the least share of false ones at which it would be believed, in the order given', () => {
  // By hand: 0.005 · 4/1 = 0.02, 0.01 · 4/2 = 0.02, 0.03 · 4/3 = 0.04, 0.04 · 4/4 = 0.04.
  expect(exact([0.01, 0.04, 0.03, 0.005])).toEqual([0.02, 0.04, 0.04, 0.02])
  expect(exact([0.01, 0.02, 0.03, 0.04, 0.05])).toEqual([0.05, 0.05, 0.05, 0.05, 0.05])
})

test('a step up: a larger p can carry a smaller one', () => {
  expect(exact([0.04, 0.05])).toEqual([0.05, 0.05])
  expect(exact([0.02, 0.9])).toEqual([0.04, 0.9])
})

test('one test alone stays as it is, and none gives none', () => {
  expect(adjust([0.3])).toEqual([0.3])
  expect(adjust([])).toEqual([])
  expect(adjust([1, 1])).toEqual([1, 1])
})
