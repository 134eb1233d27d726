/** What is meant to be done again and again is open again for its next day once it is done. */
import type { Tx } from '#core/db'
import { dayIn } from '#std/zoned-time'
import type { Core } from '../../../core/core.ts'
import { addDays, addMonths, dayInMonth, endOfMonth, monthOf, weekdayOf, yearOf } from '../analyser/dates/calendar.ts'
import { journeyTables } from '../schema.ts'
import { withTouched } from './derive-action.ts'
import { addMove } from './moves.ts'
import { readZone } from './reminders/settings.ts'
import type { ActionRow } from './schema.ts'
import { settleActions } from './settle-actions.ts'

/** Answers the id of the move that opened it again; null where it does not come again on a day that can be told. */
export async function renewAction(core: Core, tx: Tx, row: ActionRow): Promise<string | null> {
  const today = dayIn(core.now(), await readZone(core, row.owner))
  const next = nextDue(row, today)
  if (next === undefined) return null
  const columns = { ...next, due_words: null, touched: withTouched(row, ['due']), updated_at: core.now() }
  await journeyTables(tx).updateTable('journey_actions').set(columns).where('id', '=', row.id).execute()
  const moveId = await addMove(core, tx, { action: { ...row, status: 'done' }, to: 'open', by: 'renewal' })
  await settleActions(core, tx, [row.id])
  return moveId
}

type Repeated = Pick<ActionRow, 'recurrence' | 'due_day' | 'month_day'>

/** The first day after today, and after the one it was due on, in the step of its recurrence. */
export function nextDue(row: Repeated, today: string): Pick<ActionRow, 'due_day' | 'month_day'> | undefined {
  const rhythm = rhythmOf(row.recurrence)
  const from = row.due_day ?? today
  const after = from > today ? from : today
  switch (rhythm?.step) {
    case 'day':
      return { due_day: addDays(after, 1), month_day: null }
    case 'week':
      return { due_day: nextInWeek(rhythm.weekday ?? weekdayOf(from), after), month_day: null }
    case 'month':
      return nextInMonth(row.month_day ?? dayInMonth(from), after)
    case undefined:
      return undefined
  }
}

const nextInWeek = (weekday: number, after: string) => addDays(after, ((weekday - weekdayOf(after) + 6) % 7) + 1)

/** The day that was meant is kept through shorter months: the 31st is the 28th in February, and the 31st again in March. */
function nextInMonth(monthDay: number, after: string) {
  const inMonthOf = (day: string) => {
    const last = endOfMonth(yearOf(day), monthOf(day))
    return addDays(last, Math.min(0, monthDay - dayInMonth(last)))
  }
  const same = inMonthOf(after)
  return { due_day: same > after ? same : inMonthOf(addMonths(after, 1)), month_day: monthDay }
}

interface Rhythm {
  step: 'day' | 'week' | 'month'
  /** Monday is 0. */
  weekday?: number
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const onWeekday = /^(?:(?:every|each) |on )(\w+day)s?$/iu

/** Undefined for what comes in no step that is as plain as these, such as "twice a week". */
export function rhythmOf(recurrence: string | null): Rhythm | undefined {
  if (recurrence === null) return undefined
  if (/^(?:daily|(?:every|each) (?:morning|evening|night|afternoon))$/iu.test(recurrence)) return { step: 'day' }
  if (recurrence === 'monthly') return { step: 'month' }
  if (recurrence === 'weekly') return { step: 'week' }
  const weekday = weekdays.indexOf(onWeekday.exec(recurrence)?.[1]?.toLowerCase() ?? '')
  return weekday < 0 ? undefined : { step: 'week', weekday }
}
