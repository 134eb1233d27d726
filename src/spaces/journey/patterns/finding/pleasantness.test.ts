import { expect, test } from 'vitest'
import { dayOf, type PersonRecord, type ReadElement } from '../reading/record.ts'
import { findPatterns } from './find-patterns.ts'

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const topic = (label: string, domain: string, id: string): ReadElement => ({
  id,
  kind: 'topic',
  key: label,
  label,
  traits: { domain },
  passages: [0],
  places: [{ start: 0, end: label.length, quote: label, passage: 0 }],
})

interface Written {
  valence: number
  topics: readonly [label: string, domain: string][]
}

function find(sessions: readonly Written[]) {
  const record: PersonRecord = {
    sessions: sessions.map(({ valence, topics }, i) => ({
      id: idOf(i),
      day: dayOf(20_000 + 3 * i),
      title: '',
      valence,
      passages: 10,
      paragraphs: [],
      words: 100,
      elements: topics.map(([label, domain], place) => topic(label, domain, idOf(1000 * (i + 1) + place))),
    })),
    actions: [],
    links: [],
    today: dayOf(21_000),
  }
  return findPatterns(record).patterns.filter(({ subjects }) => subjects[1]?.kind === 'valence')
}

const range = (length: number) => Array.from({ length }, (_, i) => i)

/** Between −0.02 and 0.02, in no order. */
const noise = (i: number) => (((i * 7) % 5) - 2) / 100

test('a topic that comes with heavier sessions is told with the difference', () => {
  const [told, ...others] = find(
    range(40).map((i) => ({
      valence: (i % 2 === 0 ? -0.2 : 0.3) + noise(i),
      topics: i % 2 === 0 ? [['job', 'work']] : [],
    })),
  )
  expect(others).toEqual([])
  expect(told).toMatchObject({
    key: 'co-occurrence: topic job, valence how pleasant a session is',
    sentence: 'Your 20 sessions that speak of your job are heavier than the 20 others.',
    effect: { value: -0.5 },
    n: 40,
    counted: 'sessions',
  })
  expect(told?.evidence[0]).toMatchObject({ quote: 'job' })
})

test('what is spread over the topics of a domain is told of the domain', () => {
  const leaves = ['job', 'workload', 'career', 'workplace']
  const [told, ...others] = find(
    range(40).map((i) => ({
      valence: (i % 4 === 0 ? 0.4 : -0.1) + noise(i),
      topics: i % 4 === 0 ? [[leaves[(i / 4) % 4] ?? '', 'work']] : [],
    })),
  )
  expect(others).toEqual([])
  expect(told).toMatchObject({
    subjects: [{ kind: 'domain', label: 'work' }, { kind: 'valence' }],
    sentence: 'Your 10 sessions that speak of work are more pleasant than the 30 others.',
  })
})

test('a topic and a mood that both change with time are no link', () => {
  const both = range(40).map((i): Written => {
    const isLate = i >= 20
    const speaks = isLate ? i % 4 !== 0 : i % 4 === 0
    return { valence: (isLate ? 0.4 : -0.2) + noise(i), topics: speaks ? [['job', 'work']] : [] }
  })
  expect(find(both)).toEqual([])
})
