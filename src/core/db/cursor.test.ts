import { expect, test } from 'vitest'
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { cursorOf, keyOf } from './db.ts'

const Key = z.tuple([z.int(), z.string()])

test('a cursor gives back the key it was made of and fits into an address', () => {
  const cursor = cursorOf([1_772_442_000_000, 'Ünï/code?&'])
  expect(keyOf(Key, cursor)).toEqual([1_772_442_000_000, 'Ünï/code?&'])
  expect(encodeURIComponent(cursor)).toBe(cursor)
})

test.each([
  { cursor: 'nonsense' },
  { cursor: '' },
  { cursor: cursorOf(['of', 'another', 'list']) },
  { cursor: cursorOf([1.5, 'x']) },
  { cursor: Buffer.from('{"0":1}').toString('base64url') },
])('a cursor that this list did not make is refused: $cursor', ({ cursor }) => {
  expect(() => keyOf(Key, cursor)).toThrow(Problem)
  expect(() => keyOf(Key, cursor)).toThrow('Start at the first page.')
})
