import { expect, test } from 'vitest'
import { readRows } from './rows.ts'

function paragraphsOf(sentences: readonly [start: number, end: number][]) {
  const passages = JSON.stringify(sentences.map(([start, end]) => ({ start, end })))
  const session = { id: 'one', date: '2026-03-01', title: '', valence: null, passages, words: null }
  return readRows({ sessions: [session], elements: [] })[0]?.paragraphs
}

test('an empty line begins a paragraph', () => {
  expect(
    paragraphsOf([
      [0, 10],
      [11, 20],
      [22, 30],
      [31, 40],
    ]),
  ).toEqual([0, 0, 1, 1])
  expect(
    paragraphsOf([
      [3, 10],
      [12, 20],
    ]),
  ).toEqual([0, 1])
  expect(paragraphsOf([])).toEqual([])
})

test('what goes on for long is cut', () => {
  const sentences = Array.from({ length: 12 }, (_, i): [number, number] => [10 * i, 10 * i + 9])
  expect(paragraphsOf(sentences)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2])
})
