import { expect, test } from 'vitest'
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { cursorOf, fromJson, keyOf, toJson } from './db.ts'

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

test('a JSON column gives back what it was given, checked', () => {
  const Stone = z.object({ name: z.string(), cracks: z.array(z.number()) })
  const stone = { name: 'Ünï\u0000"', cracks: [0.1, -3] }
  expect(fromJson(Stone, toJson(stone))).toEqual(stone)
  expect(() => fromJson(Stone, '{"name":"slate"}')).toThrow(z.ZodError)
})

test('what JSON cannot say is refused before it reaches a column', () => {
  expect(() => toJson(undefined)).toThrow('undefined cannot be kept')
  expect(() => toJson(() => 1)).toThrow('function cannot be kept')
})
