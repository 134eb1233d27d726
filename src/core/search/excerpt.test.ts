import { expect, test } from 'vitest'
import { createMarker } from './excerpt.ts'
import { marks } from './marks.ts'
import { stemsOf } from './words.ts'

/** Looks for phrases; a star at the end asks for a beginning. */
const markerOf = (...asked: string[]) =>
  createMarker(asked.map((text) => ({ stems: stemsOf(text), isUnfinished: text.endsWith('*') })))

const shown = (text: string) => text.replaceAll(marks.open, '[').replaceAll(marks.close, ']')
const titleBy = (asked: string[], text: string) => shown(markerOf(...asked).title(text))
const whole = { before: false, after: false }

test.each([
  [['stone'], 'Stones & a <b>stone</b>', '[Stones] & a <b>[stone]</b>'],
  [['red stone'], 'red, STONE; stone red', '[red, STONE]; stone red'],
  [['red stone', 'stone'], 'a red stone', 'a [red stone]'],
  [['cafe'], 'Café, cafe\u0301s, café\u0305x', '[Café], [cafe\u0301s], [café]\u0305x'],
  [['gard*'], 'gardeners guard gardens', '[gardeners] guard [gardens]'],
  [['is*'], 'island, as is', '[island], as [is]'],
  [['y²', 'ΣΊΣΥΦΟΣ'], 'y² y2 Σίσυφος', '[y²] y2 [Σίσυφος]'],
  [['東京は雨でした'], '東京は雨でした。', '[東京は雨でした]。'],
  [['a a'], 'a a a', '[a a] a'],
  [['nothing'], '', ''],
])('%j in a title', (asked, text, expected) => {
  expect(titleBy(asked, text)).toBe(expected)
})

const sand = (count: number) => Array.from({ length: count }, (_, i) => `sand${i}`).join(' ')

test('a short text is its own excerpt, and one that goes on says so', () => {
  const marker = markerOf('stone')
  expect(shown(marker.excerpt('(A stone.)', whole))).toBe('(A [stone].)')
  expect(shown(marker.excerpt('A stone.', { before: true, after: true }))).toBe('…A [stone].…')
  expect(marker.excerpt('', whole)).toBe('')
  expect(marker.excerpt(sand(40), whole)).toBe(`${sand(32)}…`)
})

test('an excerpt is where most of what was asked stands, with the words around it', () => {
  const text = `${sand(50)} stone, stone ${sand(50)} red stone ${sand(50)}`
  const excerpt = shown(markerOf('red', 'stone').excerpt(text, whole))
  expect(excerpt).toMatch(/^…sand35 .* sand49 \[red\] \[stone\] sand0 .* sand14…$/)
  expect(shown(markerOf('stone').excerpt(text, whole))).toMatch(/^…sand35 .* \[stone\], \[stone\] sand0 .*…$/)
  expect(shown(markerOf('stone').excerpt(`${sand(50)} stone`, whole))).toMatch(/^…sand19 .* sand49 \[stone\]$/)
})

test('thousands of hits of many phrases take no time', () => {
  const asked = Array.from({ length: 20 }, (_, i) => `the stone${i}`)
  const text = Array.from({ length: 500 }, (_, i) => `the stone${i % 30}`).join(' ')
  expect(markerOf(...asked, 'the').excerpt(text, whole)).toContain(marks.open)
})
