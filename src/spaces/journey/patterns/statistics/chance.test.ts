import { expect, test } from 'vitest'
import { chanceOf } from './chance.ts'

test('every order of three comes as often as the others', () => {
  const chance = chanceOf(Float64Array.of(1, 2, 3))
  const counts = new Map<string, number>()
  for (let i = 0; i < 6000; i += 1) {
    const list = Float64Array.of(1, 2, 3)
    chance.shuffle(list)
    const order = list.join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  // 1,000 of each are expected; chi-squared of five degrees is beyond 20.5 once in a thousand times.
  const distance = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  expect(counts.size).toBe(6)
  expect(distance).toBeLessThan(20.5)
})

test('it follows from the values, and other values have another one', () => {
  const first = (values: number[]) => chanceOf(Float64Array.from(values)).next()
  expect(first([1, 2])).toBe(first([1, 2]))
  expect(first([1, 2])).not.toBe(first([2, 1]))
})
