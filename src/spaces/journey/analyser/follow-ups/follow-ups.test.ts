import { describe, expect, test } from 'vitest'
import { createAnalyser } from '../analyser.ts'
import { readSuite } from '../suites/suite.ts'
import { actKeyOf } from './act-key.ts'

const analyser = createAnalyser()
const rows = readSuite('follow-ups').map(([verdict = '', what = '', sentence = '']) => ({ verdict, what, sentence }))
const claims = rows.filter(({ verdict }) => verdict !== 'none')
const others = rows.filter(({ verdict }) => verdict === 'none')

describe('follow-ups', () => {
  test.each(claims)('"$sentence" says $verdict of "$what"', ({ verdict, what, sentence }) => {
    const [claim, ...more] = analyser.analyse(sentence).followUps
    expect(more).toEqual([])
    expect(claim?.verdict).toBe(verdict)
    expect(claim?.what.startsWith(what), claim?.what).toBe(true)
    expect(sentence.slice(claim?.span.start, claim?.span.end)).toBe(claim?.span.quote)
  })

  test.each(others)('"$sentence" says nothing of a plan', ({ sentence }) => {
    expect(analyser.analyse(sentence).followUps).toEqual([])
  })
})

describe('the key of an act', () => {
  test.each([
    ['call my sister', 'I did call my sister'],
    ['call my sister tomorrow', 'called my sister'],
    ['book the dentist by Friday', 'Finally booked the dentist.'],
    ['start looking for a new flat', 'I have been looking for a new flat'],
    ['not going to drink today', "I didn't drink"],
    ['run three times a week', 'managed to run three times'],
    ['write the letter to my father', 'I’ve written a letter to my father'],
    ['try to meditate every morning', 'meditated'],
    ['pay the bills', 'paid the bill'],
    ['go to the doctor next Monday at 9', 'went to the doctor'],
  ])('"%s" is the same act as "%s"', (plan, claim) => {
    expect(actKeyOf(claim)).toBe(actKeyOf(plan))
  })

  test.each([
    ['call my sister', 'call my brother'],
    ['book the dentist', 'cancel the dentist'],
    ['run', 'read'],
  ])('"%s" is another act than "%s"', (one, other) => {
    expect(actKeyOf(one)).not.toBe(actKeyOf(other))
  })

  test('is never empty where there are words', () => {
    expect(actKeyOf('do it')).not.toBe('')
    expect(actKeyOf('…')).toBe('')
  })
})
