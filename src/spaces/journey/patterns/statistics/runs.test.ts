import { describe, expect, test } from 'vitest'
import { endingRunP, longGapP } from './runs.ts'

const chanceSets = [
  [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  [0.9, 0.1, 0.2, 0.7, 0.05, 0.3, 0.6, 0.8, 0.4],
  [0.2, 0, 0.3, 0.1, 1, 0.1, 0.2, 0.4],
]

/** Over every way in which it can be there or not: how likely those are in which `holds`. */
function sumOver(chances: readonly number[], holds: (course: string) => boolean) {
  const courses = Array.from({ length: 2 ** chances.length }, (_, bits) =>
    bits.toString(2).padStart(chances.length, '0'),
  )
  return courses
    .filter(holds)
    .map((course) => chances.reduce((product, chance, i) => product * (course[i] === '1' ? chance : 1 - chance), 1))
    .reduce((sum, likely) => sum + likely, 0)
}

describe.each(chanceSets.map((chances) => [chances]))('of chances %j', (chances) => {
  test.each([1, 2, 3, 5])('a run of %i at the end is as likely as a count says', (run) => {
    const expected = sumOver(chances, (course) => course.endsWith('1'.repeat(run)))
    expect(endingRunP(chances, run)).toBeCloseTo(expected, 12)
  })

  test.each([1, 2, 3, 5])('a gap of %i between two is as likely as a count says', (gap) => {
    const expected = sumOver(chances, (course) => new RegExp(`10{${gap},}1`).test(course))
    expect(longGapP(chances, gap)).toBeCloseTo(expected, 12)
  })
})

test('no run is no surprise, nor is a gap of nothing where it is twice for sure', () => {
  expect(endingRunP([0.5, 0.5], 0)).toBe(1)
  expect(longGapP([1, 0.3, 1], 0)).toBeCloseTo(1, 12)
})

test('ten thousand sessions leave the digits in order', () => {
  const rare = Array.from({ length: 10_000 }, () => 0.01)
  expect(longGapP(rare, 100)).toBeCloseTo(1, 6)
  // About 99 gaps, each as long as this with a chance of 0.99 to the 1,500th.
  expect(longGapP(rare, 1500) / (99 * 0.99 ** 1500)).toBeCloseTo(0.85, 1)
})
