import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import type { Reading } from '../findings.ts'
import { readSuite } from '../suites/suite.ts'

const analyser = createAnalyser()
/** A Wednesday. */
const day = '2026-02-25'

function actionsIn(text: string, reading: Reading = { day }) {
  return analyser.analyse(text, reading).elements.flatMap((one) => (one.kind === 'action' ? [one] : []))
}

const rows = readSuite('actions').map(([sign = '', grade = '', polarity = '', sentence = '']) => ({
  isAction: sign === '+',
  grade,
  polarity,
  sentence,
}))

describe('sentences', () => {
  test.each(rows.filter(({ isAction }) => isAction))('"$sentence" is $grade, to $polarity', (row) => {
    const [action] = actionsIn(row.sentence)
    expect(action?.action).toMatchObject({ grade: row.grade, polarity: row.polarity })
    expect(row.sentence).toContain(action?.spans[0]?.quote)
  })

  test.each(rows.filter(({ isAction }) => !isAction))('"$sentence" commits to nothing', ({ sentence }) => {
    expect(actionsIn(sentence)).toEqual([])
  })
})

describe('when', () => {
  test.each([
    ['I will call my sister tomorrow at 9.', { day: '2026-02-26', time: '09:00', words: 'tomorrow at 9' }],
    ['On Friday I will clean the garage.', { day: '2026-02-27', words: 'On Friday' }],
    [
      'It was bad, but by the end of the month I will pay it back.',
      { day: '2026-02-28', words: 'by the end of the month' },
    ],
    ["I'm seeing the dentist next Tuesday.", { day: '2026-03-03', words: 'next Tuesday' }],
    ['I will run every day starting next week.', { day: '2026-03-02', words: 'starting next week' }],
  ])('"%s" is due', (text, due) => {
    expect(actionsIn(text)[0]?.action?.due).toEqual(due)
  })

  test.each([
    'I will call my sister on 03/04.',
    'She comes on Friday, so I will clean the garage.',
    'I will run every day at 7.',
    'I will call my sister every Sunday.',
    'I will call my sister.',
  ])('"%s" names no day', (text) => {
    expect(actionsIn(text)).toHaveLength(1)
    expect(actionsIn(text)[0]?.action?.due).toBeUndefined()
  })

  test('how often is kept', () => {
    expect(actionsIn('I will run twice a week.')[0]?.action?.recurrence).toBe('twice a week')
    expect(actionsIn('I will write every day.')[0]?.action?.recurrence).toBe('daily')
  })

  test('without a day of writing nothing is dated', () => {
    const [action] = actionsIn('I will call my sister tomorrow.', {})
    expect(action?.action).toEqual({ grade: 'commitment', polarity: 'do' })
  })
})
