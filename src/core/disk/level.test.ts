import { expect, test } from 'vitest'
import { isServed, levelOf, thresholdsOf } from './level.ts'

const megabyte = 1024 * 1024
const gigabyte = 1024 * megabyte

test.each([
  ['auto', 100 * gigabyte, 512 * megabyte],
  ['auto', 10 * gigabyte, Math.floor(0.2 * gigabyte)],
  [100, 100 * gigabyte, 100 * megabyte],
  [0, 100 * gigabyte, 0],
] as const)(
  'of the setting %s on %i bytes, %i are kept free, and an eighth of that is ballast',
  (setting, total, reserve) => {
    expect(thresholdsOf(setting, total)).toEqual({ reserve, ballast: Math.floor(reserve / 8) })
  },
)

test.each([
  [800, 'enough'],
  [799, 'low'],
  [100, 'low'],
  [99, 'full'],
  [0, 'full'],
] as const)('with %i free bytes there is %s', (free, level) => {
  expect(levelOf(free, 0, { reserve: 800, ballast: 100 })).toBe(level)
})

test('giving the ballast back, or making it again, changes no level by itself', () => {
  for (const free of [0, 50, 99, 100, 500, 799, 800, 900]) {
    const thresholds = { reserve: 800, ballast: 100 }
    expect(levelOf(free + 100, 100, thresholds)).toBe(levelOf(free, 0, thresholds))
  }
})

test('without a reserve there is always enough', () => {
  expect(levelOf(0, 0, thresholdsOf(0, gigabyte))).toBe('enough')
})

test('a low disk takes what is small, a full one only what frees room', () => {
  const footprints = [undefined, 'small', 'frees'] as const
  const served = (['enough', 'low', 'full'] as const).map((level) => footprints.filter((one) => isServed(level, one)))
  expect(served).toEqual([[undefined, 'small', 'frees'], ['small', 'frees'], ['frees']])
})
