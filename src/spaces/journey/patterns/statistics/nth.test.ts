import { expect, test } from 'vitest'
import { createChance } from '../../../../../tests/world/chance.ts'
import { nth } from './nth.ts'

test('every place of many lists, with ties or in order already, has the value that sorting puts there', () => {
  const { between } = createChance(7)
  for (let round = 0; round < 200; round += 1) {
    const list = Array.from({ length: between(1, 40) }, () => between(-5, 5))
    const given = round % 3 === 0 ? list.toSorted((a, b) => a - b) : list
    const sorted = list.toSorted((a, b) => a - b)
    const found = sorted.map((_, place) => nth(Float64Array.from(given), place))
    expect(found).toEqual(sorted)
  }
})

test('asking moves values about and loses none', () => {
  const values = Float64Array.of(5, 3, 9, 1)
  expect([nth(values, 2), nth(values, 0), nth(values, 3)]).toEqual([5, 1, 9])
  expect([...values].toSorted()).toEqual([1, 3, 5, 9])
})
