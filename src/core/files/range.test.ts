import { expect, test } from 'vitest'
import { planReply, type Plan } from './range.ts'

const etag = '"stone"'
const part = (start: number, end: number): Plan => ({ answer: 'part', start, end })
const whole: Plan = { answer: 'whole' }
const outside: Plan = { answer: 'outside' }

test.each<[range: string, plan: Plan]>([
  ['bytes=0-0', part(0, 0)],
  ['bytes=2-5', part(2, 5)],
  ['Bytes=2-5', part(2, 5)],
  ['bytes=2-', part(2, 9)],
  ['bytes=2-99', part(2, 9)],
  ['bytes=9-9', part(9, 9)],
  ['bytes=-3', part(7, 9)],
  ['bytes=-99', part(0, 9)],
  ['bytes=10-', outside],
  ['bytes=10-20', outside],
  ['bytes=-0', outside],
  ['bytes=5-2', whole],
  ['bytes=-', whole],
  ['bytes=', whole],
  ['bytes=1-2,4-5', whole],
  ['bytes=1e1-', whole],
  ['bytes=1-99999999999999999999', whole],
  ['lines=1-2', whole],
  ['', whole],
])('of ten bytes, “%s” is %j', (range, plan) => {
  expect(planReply({ range }, { size: 10, etag })).toEqual(plan)
})

test('of an empty file no part can be had', () => {
  for (const range of ['bytes=0-', 'bytes=-1']) expect(planReply({ range }, { size: 0, etag })).toEqual(outside)
})

test.each([
  ['"stone"', part(0, 1)],
  ['"other"', whole],
  ['W/"stone"', whole],
  ['Mon, 02 Mar 2026 09:00:00 GMT', whole],
])('a part on the condition %s is %j', (condition, plan) => {
  expect(planReply({ range: 'bytes=0-1', 'if-range': condition }, { size: 10, etag })).toEqual(plan)
})

test.each([
  ['"stone"', 'unchanged'],
  ['W/"stone"', 'unchanged'],
  ['"other", "stone"', 'unchanged'],
  ['*', 'unchanged'],
  ['"other"', 'part'],
  ['stone', 'part'],
  ['', 'part'],
])('who has %s is answered: %s', (known, answer) => {
  expect(planReply({ 'if-none-match': known, range: 'bytes=0-1' }, { size: 10, etag })).toMatchObject({ answer })
})
