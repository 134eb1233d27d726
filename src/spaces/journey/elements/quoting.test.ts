import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPassages } from '../analyser/text/passages.ts'
import { longestQuote, quoteAround } from './quoting.ts'

function sourceOf(text: string, rejected: readonly string[] = []) {
  return { text, sentences: splitPassages(text), rejected: rejected.map((words) => spanOf(text, words)) }
}

function spanOf(text: string, words: string) {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

test('the quote of a word is its sentence', () => {
  const text = 'It rained. I was happy about the letter from Ann! Then I slept.'
  expect(quoteAround(sourceOf(text), spanOf(text, 'happy'))).toBe('I was happy about the letter from Ann!')
})

test('a statement over two sentences is quoted with both', () => {
  const text = 'It rained. I learned something. I need rest. Then I slept.'
  const span = { start: text.indexOf('learned'), end: text.indexOf(' rest') }
  expect(quoteAround(sourceOf(text), span)).toBe('I learned something. I need rest.')
})

test('a sentence that holds what was rejected does not come back with another word of it', () => {
  const text = 'I was happy and a little jealous of Ann. I was calm.'
  expect(quoteAround(sourceOf(text, ['jealous']), spanOf(text, 'happy'))).toBe('happy')
  expect(quoteAround(sourceOf(text, ['jealous']), spanOf(text, 'calm'))).toBe('I was calm.')
})

test('where the sentences are not known the words themselves are quoted', () => {
  const text = 'I was happy.'
  expect(quoteAround({ text, sentences: [], rejected: [] }, spanOf(text, 'happy'))).toBe('happy')
})

test.each([
  ['at the beginning', 10, /^happy .*[^ ]…$/],
  ['in the middle', 90, /^…[^ ].* happy .*[^ ]…$/],
  ['at the end', 180, /^…[^ ].* happy/],
])('a long sentence is cut at words, with the word %s', (_, place, shape) => {
  const words = Array.from({ length: 190 }, (__, i) => (i === place - 10 ? 'happy' : 'word'))
  const text = words.join(' ')
  const whole = { start: 0, end: text.length }
  const quote = quoteAround({ text, sentences: [whole], rejected: [] }, spanOf(text, 'happy'))
  expect(quote).toMatch(shape)
  expect(
    quote
      .replaceAll('…', '')
      .split(' ')
      .every((word) => word === 'word' || word === 'happy'),
  ).toBe(true)
  expect(quote.length).toBeGreaterThan(longestQuote - 20)
})

test('whatever the text, a quote holds its span or its beginning, is bounded and well-formed', () => {
  const texts = fc.array(fc.constantFrom('a', ' ', '.', '😀', 'word ', '。', '\n', 'xxxxxxxxxxxxxxxxxxxx'), {
    maxLength: 120,
  })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (parts, first, second) => {
      const text = parts.join('')
      const edges = [...Array.from(text).reduce((ends, sign) => [...ends, (ends.at(-1) ?? 0) + sign.length], [0])]
      const [start = 0, end = 0] = [first, second].map((n) => edges[n % edges.length] ?? 0).sort((a, b) => a - b)
      const quote = quoteAround(sourceOf(text), { start, end })
      expect(quote.length).toBeLessThanOrEqual(longestQuote)
      expect(quote.isWellFormed()).toBe(true)
      const held = text.slice(start, end).trimEnd()
      if (held.length <= longestQuote - 2) expect(quote).toContain(held)
    }),
    { seed: 11, numRuns: 500 },
  )
})
