import { expect, test } from 'vitest'
import { z } from 'zod'
import { fromJson, toJson } from './json.ts'

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
