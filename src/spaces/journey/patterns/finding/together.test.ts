import { expect, test } from 'vitest'
import { dayOf, type PersonRecord, type ReadElement, type ReadSession } from '../reading/record.ts'
import { layOut } from './reading.ts'
import { besideFeelings, countAllPassages, countable, countTogether, quotesOfPair, tablesOf } from './together.ts'

const idOf = (number: number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

interface Said {
  kind: 'topic' | 'emotion'
  label: string
  /** Sentences, each with the place of the words in it. */
  at: readonly [sentence: number, start: number, quote: string][]
}

/** Six sentences of a hundred letters in two paragraphs of three. */
function session(number: number, said: readonly Said[]): ReadSession {
  const elements = said.map(({ kind, label, at }, i): ReadElement => ({
    id: idOf(100 * (number + 1) + i),
    kind,
    key: label,
    label,
    traits: kind === 'emotion' ? { family: label } : { domain: label },
    passages: at.map(([sentence]) => sentence),
    places: at.map(([passage, offset, quote]) => {
      const start = 100 * passage + offset
      return { start, end: start + quote.length, quote, passage }
    }),
  }))
  const paragraphs = [0, 0, 0, 1, 1, 1]
  return {
    id: idOf(number),
    day: dayOf(20_000),
    title: '',
    valence: null,
    passages: 6,
    paragraphs,
    words: 60,
    elements,
  }
}

const read = (...sessions: ReadSession[]) =>
  layOut({ sessions, actions: [], links: [], today: dayOf(20_001) } satisfies PersonRecord)

function count(reading: ReturnType<typeof read>) {
  const [one] = countable(reading.topics, 1, reading)
  const [other] = countable(reading.families, 1, reading)
  if (!one || !other) throw new Error('Both have to be there')
  return countTogether(countAllPassages(reading), one, other)
}

test('a topic and a feeling of the next sentence stand in one passage', () => {
  const reading = read(
    session(0, [
      {
        kind: 'topic',
        label: 'job',
        at: [
          [0, 0, 'work'],
          [5, 0, 'work'],
        ],
      },
      {
        kind: 'emotion',
        label: 'anger',
        at: [
          [1, 10, 'furious'],
          [3, 10, 'angry'],
        ],
      },
    ]),
    session(1, [{ kind: 'topic', label: 'job', at: [[2, 0, 'office']] }]),
  )
  const pair = count(reading)
  expect(pair.whole).toEqual({ all: 4, one: 3, other: 2, both: 2 })
  expect(tablesOf(reading, pair)).toEqual([
    { all: 2, one: 2, other: 2, both: 2 },
    { all: 2, one: 1, other: 0, both: 0 },
  ])
  expect(quotesOfPair(reading, pair).map(({ quote }) => quote)).toEqual(['furious', 'angry'])
})

test('a passage in which both are the same words is left out, one with more words is not', () => {
  const reading = read(
    session(0, [
      {
        kind: 'topic',
        label: 'anxiety',
        at: [
          [0, 10, 'anxious'],
          [3, 10, 'anxious'],
        ],
      },
      {
        kind: 'emotion',
        label: 'fear',
        at: [
          [0, 10, 'anxious'],
          [3, 10, 'anxious'],
          [4, 0, 'afraid'],
        ],
      },
    ]),
  )
  expect(count(reading).whole).toEqual({ all: 1, one: 1, other: 1, both: 1 })
})

test('a phrase that holds a feeling has words of its own', () => {
  const reading = read(
    session(0, [
      { kind: 'topic', label: 'workload', at: [[0, 0, 'stressed at work']] },
      { kind: 'emotion', label: 'fear', at: [[0, 0, 'stressed']] },
    ]),
  )
  expect(count(reading).whole).toEqual({ all: 2, one: 1, other: 1, both: 1 })
  expect(besideFeelings(reading.topics, reading).map(({ subject }) => subject.label)).toEqual(['workload'])
})

test('a topic that is mostly read from words of feelings is a feeling by another name', () => {
  const reading = read(
    session(0, [
      {
        kind: 'topic',
        label: 'anxiety',
        at: [
          [0, 10, 'anxious'],
          [3, 10, 'worried'],
          [4, 0, 'anxiety group'],
        ],
      },
      { kind: 'topic', label: 'job', at: [[0, 30, 'work']] },
      {
        kind: 'emotion',
        label: 'fear',
        at: [
          [0, 10, 'anxious'],
          [3, 10, 'worried'],
        ],
      },
    ]),
  )
  expect(besideFeelings(reading.topics, reading).map(({ subject }) => subject.label)).toEqual(['job'])
})
