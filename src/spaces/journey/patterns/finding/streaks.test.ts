import { expect, test } from 'vitest'
import { dayOf, type PersonRecord, type ReadSession } from '../reading/record.ts'
import { findPatterns } from './find-patterns.ts'

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

/** A session a day; `1` stands for one that speaks of the sea. The last four have so many sentences, the others one. */
function speakOfSea(course: string, passagesAtEnd = 1): PersonRecord {
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
    const passages = i < course.length - 4 ? 1 : passagesAtEnd
    return {
      id: idOf(i),
      day: dayOf(20_000 + i),
      title: '',
      valence: null,
      passages,
      paragraphs: [],
      words: null,
      elements,
    }
  })
  return { sessions, actions: [], links: [], today: dayOf(20_100) }
}

const findStreaks = (...written: Parameters<typeof speakOfSea>) =>
  findPatterns(speakOfSea(...written)).patterns.filter(({ badges }) => badges.includes('streak'))

test('what stands in each of the last sessions, and seldom before, is a streak with its chance', () => {
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
  expect(told?.p).toBeCloseTo((6 / 28) ** 4, 9)
  expect(told?.evidence.map(({ day }) => day)).toEqual([20_024, 20_025, 20_026, 20_027].map(dayOf))
})

test.each([
  ['is over', '000010000000000000010000' + '11110'],
  ['is no wonder of what is said all the time', '110111011110111101110111' + '1111'],
  ['is shorter than three', '00000000000000000000000000000100' + '11'],
])('a streak that %s is not told', (_, course) => {
  expect(findStreaks(course)).toEqual([])
})

test('a streak of sessions that are much longer than the others is no wonder', () => {
  expect(findStreaks('000010000000000000010000' + '1111', 30)).toEqual([])
})
