import { expect, test } from 'vitest'
import { gather } from './moments.ts'

const moments = Array.from({ length: 7 }, (_, time) => ({ time, value: time % 2 }))

test('neighbours are gathered at their means, so that at most so many are left', () => {
  expect(gather(moments, 3)).toEqual([
    { time: 0.5, value: 0.5 },
    { time: 2.5, value: 0.5 },
    { time: 5, value: 1 / 3 },
  ])
})

test('few enough stay as they are', () => {
  expect(gather(moments, 7)).toBe(moments)
})
