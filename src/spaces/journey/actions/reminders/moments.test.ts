import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, hour, minute } from '#std/duration'
import { dayIn } from '#std/zoned-time'
import { localNow } from '../local-clock.ts'
import { byDaylight, isNews, nameOf, nextSummary, reminderOf, summaryFrom } from './moments.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Ashgabat', 'Pacific/Auckland', 'Pacific/Apia']
const at = (text: string) => Date.parse(text)

test.each([
  ['a day is told of at eight in the morning', { day: '2026-03-05', time: null }, '2026-03-05T07:00:00Z'],
  ['a time is told of an hour before', { day: '2026-03-05', time: '15:00' }, '2026-03-05T13:00:00Z'],
  ['an early time is told of in the morning', { day: '2026-03-05', time: '06:00' }, '2026-03-05T07:00:00Z'],
  ['a late time is told of before the night', { day: '2026-03-05', time: '23:30' }, '2026-03-05T18:00:00Z'],
  ['on the day when clocks go forward', { day: '2026-03-29', time: null }, '2026-03-29T06:00:00Z'],
  ['at a time that clocks never show', { day: '2026-03-29', time: '02:30' }, '2026-03-29T06:00:00Z'],
  ['on the day when clocks go back', { day: '2026-10-25', time: null }, '2026-10-25T07:00:00Z'],
])('%s', (_, due, expected) => {
  expect(new Date(reminderOf(due, 'Europe/Berlin')).toISOString()).toBe(new Date(at(expected)).toISOString())
})

test('nobody is told at night, in whichever zone', () => {
  const moments = fc.record({
    instant: fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') }),
    zone: fc.constantFrom(...zones),
  })
  const isDaylight = fc.property(moments, ({ instant, zone }) => {
    const told = byDaylight(instant, zone)
    const { time } = localNow(told, zone)
    return told >= instant && told - instant <= 13 * hour && time >= '08:00' && time < '20:00'
  })
  fc.assert(isDaylight, { seed: 11, numRuns: 300 })
})

test('what is due is told of on its day and by daylight, in whichever zone and at whichever time', () => {
  const moments = fc.record({
    days: fc.integer({ min: 0, max: 1400 }),
    minutes: fc.option(fc.integer({ min: 0, max: 1439 })),
    zone: fc.constantFrom(...zones),
  })
  const isOnItsDay = fc.property(moments, ({ days, minutes, zone }) => {
    const due = new Date(at('2024-01-01T00:00:00Z') + days * day).toISOString().slice(0, 10)
    const time = minutes === null ? null : new Date(minutes * minute).toISOString().slice(11, 16)
    const moment = reminderOf({ day: due, time }, zone)
    return dayIn(moment, zone) === due && byDaylight(moment, zone) === moment
  })
  fc.assert(isOnItsDay, { seed: 12, numRuns: 300 })
})

test('what lies before it was set, or days ago, is no news', () => {
  const now = at('2026-03-05T12:00:00Z')
  expect(isNews(now - hour, { setAt: now - 2 * hour, now })).toBe(true)
  expect(isNews(now - hour, { setAt: now, now })).toBe(false)
  expect(isNews(now - 3 * day, { setAt: 0, now })).toBe(false)
})

test('a due moment has one name in every zone', () => {
  expect(nameOf({ day: '2026-03-05', time: null })).toBe('2026-03-05')
  expect(nameOf({ day: '2026-03-05', time: '09:00' })).toBe('2026-03-05T09:00')
})

test.each([
  { rhythm: 'daily', now: '2026-03-05T12:00:00Z', told: '2026-03-05', from: '2026-03-05' },
  { rhythm: 'daily', now: '2026-03-05T20:30:00Z', told: '2026-03-06', from: '2026-03-06' },
  { rhythm: 'weekly', now: '2026-03-05T12:00:00Z', told: '2026-03-08', from: '2026-03-02' },
  { rhythm: 'monthly', now: '2026-02-05T12:00:00Z', told: '2026-02-28', from: '2026-02-01' },
  { rhythm: 'monthly', now: '2026-03-31T20:30:00Z', told: '2026-04-30', from: '2026-04-01' },
] as const)('$rhythm summaries after $now are told on $told of what was since $from', ({ rhythm, now, told, from }) => {
  expect(nextSummary(rhythm, { now: at(now), zone: 'Europe/Berlin' })?.day).toBe(told)
  expect(summaryFrom(rhythm, told)).toBe(from)
})

test('who wants no summary has none', () => {
  expect(nextSummary('off', { now: at('2026-03-05T12:00:00Z'), zone: 'UTC' })).toBeUndefined()
})
