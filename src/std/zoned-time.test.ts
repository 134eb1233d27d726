import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day as dayLength } from './duration.ts'
import { dayIn, instantOf } from './zoned-time.ts'

const seed = 20_260_322

function utc(shown: string, zone: string): string {
  const [day = '', time] = shown.split(' ')
  return new Date(instantOf({ day, time }, zone)).toISOString()
}

test.each([
  ['Europe/Berlin', '2026-01-15 09:30', '2026-01-15T08:30:00.000Z'],
  ['Europe/Berlin', '2026-07-15 09:30', '2026-07-15T07:30:00.000Z'],
  ['America/New_York', '2026-01-15 00:00', '2026-01-15T05:00:00.000Z'],
  ['America/New_York', '2026-07-15 23:59', '2026-07-16T03:59:00.000Z'],
  ['Australia/Lord_Howe', '2026-01-15 12:00', '2026-01-15T01:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-07-15 12:00', '2026-07-15T01:30:00.000Z'],
  ['Asia/Kolkata', '2026-03-29 02:30', '2026-03-28T21:00:00.000Z'],
  ['Pacific/Apia', '2026-05-01 08:00', '2026-04-30T19:00:00.000Z'],
  ['America/St_Johns', '2026-02-01 12:00', '2026-02-01T15:30:00.000Z'],
  ['Asia/Ashgabat', '2026-11-11 18:45', '2026-11-11T13:45:00.000Z'],
  ['Asia/Kathmandu', '2028-02-29 00:00', '2028-02-28T18:15:00.000Z'],
  ['Pacific/Chatham', '2026-12-31 23:00', '2026-12-31T09:15:00.000Z'],
  ['UTC', '2026-12-31 23:00', '2026-12-31T23:00:00.000Z'],
])('in %s, %s is %s', (zone, shown, expected) => {
  expect(utc(shown, zone)).toBe(expected)
})

test.each([
  ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29 02:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/London', '2026-03-29 01:59', '2026-03-29T01:00:00.000Z'],
  ['America/New_York', '2026-03-08 02:15', '2026-03-08T07:00:00.000Z'],
  ['America/St_Johns', '2026-03-08 02:45', '2026-03-08T05:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04 02:10', '2026-10-03T15:30:00.000Z'],
  ['America/Santiago', '2026-09-06 00:00', '2026-09-06T04:00:00.000Z'],
  ['Africa/Cairo', '2026-04-24 00:20', '2026-04-23T22:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30 15:00', '2011-12-30T10:00:00.000Z'],
])('clocks of %s skip %s, and the first moment after is %s', (zone, shown, expected) => {
  expect(utc(shown, zone)).toBe(expected)
})

test.each([
  ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/London', '2026-10-25 01:00', '2026-10-25T00:00:00.000Z'],
  ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
  ['America/St_Johns', '2026-11-01 01:59', '2026-11-01T04:29:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00.000Z'],
  ['America/Havana', '2026-11-01 00:30', '2026-11-01T04:30:00.000Z'],
])('clocks of %s show %s twice, and the earlier one is %s', (zone, shown, expected) => {
  expect(utc(shown, zone)).toBe(expected)
})

test('a day without a time begins when its date begins, also where clocks skip midnight', () => {
  expect(instantOf({ day: '2026-05-01' }, 'Asia/Kolkata')).toBe(Date.parse('2026-04-30T18:30:00Z'))
  expect(instantOf({ day: '2026-09-06' }, 'America/Santiago')).toBe(Date.parse('2026-09-06T04:00:00Z'))
})

test('one instant is on different days in different places', () => {
  const instant = Date.parse('2026-03-31T23:30:00Z')
  expect(dayIn(instant, 'UTC')).toBe('2026-03-31')
  expect(dayIn(instant, 'Europe/Berlin')).toBe('2026-04-01')
  expect(dayIn(instant, 'America/St_Johns')).toBe('2026-03-31')
  expect(dayIn(instant, 'Pacific/Apia')).toBe('2026-04-01')
  expect(dayIn(instant + 999, 'America/New_York')).toBe('2026-03-31')
})

test('the beginning of a day is on that day, and the moment before is not', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Apia',
    'America/St_Johns',
    'America/Santiago',
    'Africa/Casablanca',
    'Asia/Tehran',
    'Antarctica/Troll',
  )
  const days = fc
    .integer({ min: Date.parse('2012-01-02'), max: Date.parse('2037-12-31') })
    .map((instant) => new Date(instant - (instant % dayLength)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(zones, days, (zone, day) => {
      const begins = instantOf({ day }, zone)
      expect(dayIn(begins, zone)).toBe(day)
      expect(dayIn(begins - 1, zone) < day).toBe(true)
    }),
    { seed, numRuns: 1500 },
  )
})

test('refuses a zone that does not exist, and what is no day', () => {
  expect(() => dayIn(0, 'Mars/Olympus')).toThrow(RangeError)
  expect(() => instantOf({ day: '2026-02-30x' }, 'UTC')).toThrow(RangeError)
})
