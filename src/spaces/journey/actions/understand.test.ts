import { expect, test } from 'vitest'
import { understand } from './understand.ts'

/** A Thursday. */
const today = '2026-03-05'

test.each([
  ['call the dentist on Friday', 'call the dentist', '2026-03-06', null, null],
  ['On Friday, call the dentist', 'call the dentist', '2026-03-06', null, null],
  ['call Ann tomorrow at 9:30', 'call Ann', '2026-03-06', '09:30', null],
  ['water the plants every week', 'water the plants', null, null, 'weekly'],
  ['call my sister every Sunday', 'call my sister', '2026-03-08', null, 'every Sunday'],
  ['water the plants every day', 'water the plants', '2026-03-05', null, 'daily'],
  ['write a letter', 'write a letter', null, null, null],
  ['tomorrow', 'tomorrow', null, null, null],
  ['return the book, please, by 12 March', 'return the book, please', '2026-03-12', null, null],
])('“%s” is “%s” on %s', (...given) => {
  const [words, title, day, time, recurrence] = given
  const { due, ...understood } = understand(words, today)
  expect({ ...understood, day: due?.day ?? null, time: due?.time ?? null }).toMatchObject({
    title,
    day,
    time,
    recurrence,
  })
})

test('the words that said the day are told, so that they can be kept', () => {
  expect(understand('call the dentist on Friday', today).dueWords).toBe('on Friday')
})
