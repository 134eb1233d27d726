/**
 * Days and stretches of days in words, counted from the day on which they were written. A stretch, such as a week, has
 * a first and a last day; what a word before it, such as "by", makes of that is decided elsewhere.
 */
import { addDays, addMonths, dayOf, easterOf, endOfMonth, monthOf, weekdayOf, yearOf } from './calendar.ts'
import { readDate, monthNames, monthPattern } from './numbered.ts'

export interface Stretch {
  readonly first: string
  readonly last: string
}

export type Groups = Readonly<Record<string, string | undefined>>

export interface DayRule {
  readonly pattern: RegExp
  read(groups: Groups, today: string): Stretch | undefined
}

const weekdays: readonly string[] = 'mon tue wed thu fri sat sun'.split(' ')
const dayNames = '(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s\\b)|(?:mon|tues?|wed|thurs?|thu|fri|sat)(?=[.,\\s]|$)'
const weekday = `(?<weekday>${dayNames})`
const partOfDay = '(?:\\s+(?:early|late))?(?:\\s+(?:morning|afternoon|evening|night|lunchtime|noon))?'
const numerals: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const count = `(?<count>\\d{1,3}|an?|a couple of|${numerals.slice(1).join('|')})`
const unit = "(?<unit>days?|weeks?|fortnights?|months?|years?)(?:['’]s?)?"

const single = (day: string | undefined): Stretch | undefined =>
  day === undefined ? undefined : { first: day, last: day }

const rule = (source: string, read: DayRule['read']): DayRule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}]|\\b(?:last|past|previous|every|each)\\s)${source}(?![\\p{L}\\p{N}])`, 'iu'),
  read,
})

/** The first that fits wins, so what says more stands before what says less. */
export const dayRules: readonly DayRule[] = [
  rule('(?:the\\s+)?day\\s+after\\s+tomorrow', (_, today) => single(addDays(today, 2))),
  rule(`a\\s+week\\s+(?:tomorrow|from\\s+tomorrow)`, (_, today) => single(addDays(today, 8))),
  rule(`(?:a\\s+week\\s+(?:today|from\\s+today|from\\s+now)|this\\s+time\\s+next\\s+week)`, (_, today) =>
    single(addDays(today, 7)),
  ),
  rule(`a\\s+week\\s+(?:on|from)\\s+${weekday}|(?<day>${dayNames})\\s+week`, (groups, today) =>
    single(addDays(comingWeekday(groups, today), 7)),
  ),
  rule(`(?:in|within|after)\\s+(?:about\\s+|around\\s+|the\\s+next\\s+)?${count}\\s+${unit}(?:\\s+time)?`, later),
  rule(`${count}\\s+${unit}\\s+from\\s+(?:now|today)`, later),
  rule(`(?:with)?in\\s+the\\s+next\\s+(?<unit>week|month|year)`, (groups, today) =>
    later({ ...groups, count: 'a' }, today),
  ),
  rule(
    `in\\s+(?:half\\s+an|an|a\\s+few|a\\s+couple\\s+of|\\d+|${numerals.slice(1).join('|')})\\s+(?:hours?|minutes?|mins?)`,
    (_, today) => single(today),
  ),
  rule(
    `(?:the\\s+)?end\\s+of\\s+(?:(?<which>the|this|next)\\s+)?(?<ended>day|week|weekend|month|year|${monthPattern})`,
    endOf,
  ),
  rule(`(?:tomorrow|tmrw|tmr|2moro)${partOfDay}`, (_, today) => single(addDays(today, 1))),
  rule(`(?:today|tonight|this\\s+(?:morning|afternoon|evening)|later\\s+today)`, (_, today) => single(today)),
  ...[
    `(?<date>\\d{4}-\\d{1,2}-\\d{1,2})`,
    `(?<date>\\d{1,2}[./]\\d{1,2}(?:[./](?:\\d{4}|\\d{2}))?)(?![./]?\\d)`,
    `(?:the\\s+)?(?<date>\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?:${monthPattern})\\.?(?:,?\\s+\\d{4})?)`,
    `(?<date>(?:${monthPattern})\\.?\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)(?![:\\d])`,
    `(?:on|by|before|until|till|after)\\s+the\\s+(?<date>\\d{1,2}(?:st|nd|rd|th))`,
  ].map((source) => rule(source, ({ date = '' }, today) => single(readDate(date, today)))),
  rule(`good\\s+friday`, (_, today) => single(comingFeast((year) => addDays(easterOf(year), -2), today))),
  rule(`next\\s+${weekday}${partOfDay}`, (groups, today) =>
    single(addDays(today, 7 - weekdayOf(today) + weekdayIn(groups))),
  ),
  rule(`this\\s+(?:coming\\s+)?${weekday}${partOfDay}`, (groups, today) =>
    single(comingWeekday(groups, addDays(today, -1))),
  ),
  rule(`(?:(?:the\\s+)?coming\\s+)?${weekday}${partOfDay}`, (groups, today) => single(comingWeekday(groups, today))),
  rule(`next\\s+weekend`, (_, today) => weekendOf(addDays(today, 7))),
  rule(`(?:this|(?:over|on|at|by|before|after|until)(?:\\s+(?:the|this))?)\\s+(?:coming\\s+)?weekend`, (_, today) =>
    weekendOf(today),
  ),
  rule(`(?<which>this|next|the\\s+coming)\\s+week`, ({ which }, today) =>
    weekOf(addDays(today, which === 'this' ? 0 : 7)),
  ),
  rule(`(?:later\\s+)?(?<which>this|next|the\\s+coming)\\s+month`, ({ which = '' }, today) =>
    monthFrom(yearOf(today), monthOf(today) + (/this/iu.test(which) ? 0 : 1)),
  ),
  rule(`(?<which>this|next)\\s+year`, ({ which = '' }, today) =>
    yearFrom(yearOf(today) + (/this/iu.test(which) ? 0 : 1)),
  ),
  rule(`(?:in\\s+)(?:early\\s+|late\\s+|mid[ -])?(?<month>${monthPattern})(?:\\s+(?<year>\\d{4}))?`, namedMonth),
  rule(`(?:by|before|until|till|after|this|next)\\s+(?<month>${monthPattern})`, namedMonth),
  rule(`(?:in\\s+|into\\s+)the\\s+new\\s+year`, (_, today) => single(dayOf(yearOf(today) + 1, 0, 1))),
  rule(`new\\s+year['’]?s?\\s+eve|the\\s+year['’]?s?\\s+end`, (_, today) => single(dayOf(yearOf(today), 11, 31))),
  rule(`(?:the\\s+)?new\\s+year(?:['’]?s)?(?:\\s+day)?`, (_, today) => single(dayOf(yearOf(today) + 1, 0, 1))),
  rule(`easter(?:\\s+sunday)?`, (_, today) => single(comingFeast(easterOf, today))),
  ...(
    [
      ['christmas\\s+eve', '24 december'],
      ['(?:christmas|xmas)(?:\\s+day)?', '25 december'],
      ['boxing\\s+day', '26 december'],
      ['halloween', '31 october'],
      ["valentine['’]?s?(?:\\s+day)?", '14 february'],
    ] as const
  ).map(([name, date]) => rule(name, (_, today) => single(readDate(date, today)))),
  rule(`(?:first\\s+thing\\s+)?in\\s+the\\s+morning|first\\s+thing`, (_, today) => single(addDays(today, 1))),
]

function weekdayIn(groups: Groups): number {
  const name = groups['weekday'] ?? groups['day'] ?? ''
  return weekdays.indexOf(name.slice(0, 3).toLowerCase())
}

/** Strictly after the day given: who writes "on Friday" on a Friday means the next one. */
function comingWeekday(groups: Groups, after: string): string {
  return addDays(after, ((weekdayIn(groups) - weekdayOf(after) + 6) % 7) + 1)
}

function later({ count: said = 'a', unit: named = '' }: Groups, today: string): Stretch | undefined {
  const spelled = numerals.indexOf(said.toLowerCase())
  const many = /^an?$/iu.test(said) ? 1 : /^a couple/iu.test(said) ? 2 : spelled > 0 ? spelled : Number(said)
  switch (named.slice(0, 1).toLowerCase()) {
    case 'd':
      return single(addDays(today, many))
    case 'w':
      return single(addDays(today, 7 * many))
    case 'f':
      return single(addDays(today, 14 * many))
    case 'm':
      return single(addMonths(today, many))
    default:
      return single(addMonths(today, 12 * many))
  }
}

function weekOf(day: string): Stretch {
  const first = addDays(day, -weekdayOf(day))
  return { first, last: addDays(first, 6) }
}

const weekendOf = (day: string): Stretch => ({ ...weekOf(day), first: addDays(weekOf(day).first, 5) })

function monthFrom(year: number, month: number): Stretch | undefined {
  const first = dayOf(year, month, 1)
  return first === undefined ? undefined : { first, last: endOfMonth(year, month) }
}

function yearFrom(year: number): Stretch {
  return { first: `${year}-01-01`, last: `${year}-12-31` }
}

/** The month that is or comes next. */
function namedMonth({ month: name = '', year }: Groups, today: string): Stretch | undefined {
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase())
  if (year !== undefined) return monthFrom(Number(year), month)
  return monthFrom(yearOf(today) + (month < monthOf(today) ? 1 : 0), month)
}

function comingFeast(feast: (year: number) => string, today: string): string {
  const now = feast(yearOf(today))
  return now >= today ? now : feast(yearOf(today) + 1)
}

function endOf({ which = '', ended = '' }: Groups, today: string): Stretch | undefined {
  const on = /next/iu.test(which) ? 1 : 0
  switch (ended.toLowerCase()) {
    case 'day':
      return single(addDays(today, on))
    case 'week':
    case 'weekend':
      return single(weekOf(addDays(today, 7 * on)).last)
    case 'month':
      return single(monthFrom(yearOf(today), monthOf(today) + on)?.last)
    case 'year':
      return single(yearFrom(yearOf(today) + on).last)
    default:
      return single(namedMonth({ month: ended }, today)?.last)
  }
}
