import { expect, test } from 'vitest'
import { dayOf, type PersonRecord, type ReadElement, type ReadSession } from '../reading/record.ts'
import { findPatterns } from './find-patterns.ts'

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

interface Written {
  words: number | null
  traps: number
}

/** A session every third day; each trap is a belief in a sentence of its own. */
function write(sessions: readonly Written[]): PersonRecord {
  const made = sessions.map(({ words, traps }, i): ReadSession => {
    const elements = Array.from({ length: traps }, (_, place) => thought(idOf(1000 * (i + 1) + place), place))
    const day = dayOf(20_000 + 3 * i)
    return { id: idOf(i), day, title: '', valence: null, passages: 40, paragraphs: [], words, elements }
  })
  return { sessions: made, actions: [], links: [], today: dayOf(21_000) }
}

const thought = (id: string, passage: number): ReadElement => ({
  id,
  kind: 'belief',
  key: id,
  label: 'I always fail',
  traits: {
    belief: {
      about: 'self',
      form: 'core',
      stance: 'limiting',
      strength: 'absolute',
      standing: 'held',
      traps: ['overgeneralising'],
    },
  },
  passages: [passage],
  places: [{ start: 20 * passage, end: 20 * passage + 13, quote: 'I always fail', passage }],
})

const findTraps = (sessions: readonly Written[]) =>
  findPatterns(write(sessions)).patterns.filter(
    ({ kind, subjects }) => kind === 'belief' && subjects[0]?.label === 'thinking traps',
  )

const range = (length: number) => Array.from({ length }, (_, i) => i)

test('traps that become fewer in as many words are told by the thousand words', () => {
  const [told, ...others] = findTraps(range(30).map((i) => ({ words: 500, traps: Math.round(6 - i / 5) })))
  expect(others).toEqual([])
  expect(told).toMatchObject({
    sentence:
      'Words that show thinking traps become fewer: 3.2 in 1,000 words of the later half of your sessions, 9.2 of the earlier half.',
    n: 30,
    counted: 'sessions',
    badges: ['fewer'],
  })
  // A trap less in five sessions of 500 words is 0.4 in 1,000 words a session, of which a year has a third of its days.
  expect(told?.effect.value).toBeCloseTo((-0.4 * 365) / 3, -1)
  expect(told?.points).toHaveLength(15)
  expect(told?.evidence[0]).toMatchObject({ quote: 'I always fail', sessionId: idOf(0) })
})

test('sessions that only grow longer have no more traps', () => {
  expect(findTraps(range(30).map((i) => ({ words: 100 * (1 + i), traps: Math.round((1 + i) / 3) })))).toEqual([])
})

test('too few sessions whose words were counted, or that have traps, tell nothing', () => {
  const fewer = (i: number) => Math.max(0, 6 - Math.round(i / 3))
  expect(findTraps(range(19).map((i) => ({ words: 500, traps: fewer(i) })))).toEqual([])
  expect(findTraps(range(40).map((i) => ({ words: i < 21 ? null : 500, traps: fewer(i) })))).toEqual([])
  expect(findTraps(range(40).map((i) => ({ words: 500, traps: i < 5 ? 8 : 0 })))).toEqual([])
})
