import { expect, test } from 'vitest'
import { dayOf, type PersonRecord, type ReadSession } from '../reading/record.ts'
import { findPatterns } from './find-patterns.ts'

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A session a day; `1` stands for one that speaks of the sea. */
function speakOfSea(course: string): PersonRecord {
  const sessions = [...course].map((bit, i): ReadSession => {
    const sea = {
      id: idOf(1000 + i),
      kind: 'topic' as const,
      key: 'sea',
      label: 'sea',
      traits: {},
      passages: [0],
      places: [{ start: 0, end: 3, quote: 'sea', passage: 0 }],
    }
    const elements = bit === '1' ? [sea] : []
    return { id: idOf(i), day: dayOf(20_000 + i), title: '', valence: null, passages: 1, words: null, elements }
  })
  return { sessions, actions: [], links: [], today: dayOf(20_100) }
}

const findStreaks = (course: string) =>
  findPatterns(speakOfSea(course)).patterns.filter(({ badges }) => badges.includes('streak'))

test('what stands in each of the last sessions, and seldom before, is a streak with its exact chance', () => {
  const [told, ...others] = findStreaks('000010000000000000010000' + '1111')
  expect(others).toEqual([])
  expect(told).toMatchObject({
    kind: 'recurrence',
    sentence: 'Sea came up in each of your last 4 sessions, in 2 of the 24 before.',
    effect: { value: 4 },
    n: 28,
    from: dayOf(20_024),
    wouldChange: 'One session without sea ends it.',
  })
  // Of the C(28, 6) orders, C(24, 2) end with four.
  expect(told?.p).toBeCloseTo(276 / 376_740, 12)
  expect(told?.evidence.map(({ day }) => day)).toEqual([20_024, 20_025, 20_026, 20_027].map(dayOf))
})

test.each([
  ['is over', '000010000000000000010000' + '11110'],
  ['is no wonder of what is said all the time', '110111011110111101110111' + '1111'],
  ['is shorter than three', '00000000000000000000000000000100' + '11'],
])('a streak that %s is not told', (_, course) => {
  expect(findStreaks(course)).toEqual([])
})
