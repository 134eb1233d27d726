/** Reads what somebody means to do, when and how often, from one line of theirs. */
import { dayIn } from '#std/zoned-time'
import type { Core } from '../../../core/core.ts'
import { addDays } from '../analyser/dates/calendar.ts'
import { findDue } from '../analyser/dates/dates.ts'
import { findRecurrence } from '../analyser/dates/recurrence.ts'
import type { Understood } from './contract.ts'
import { readZone } from './reminders/settings.ts'
import { nextDue, rhythmOf } from './renewal.ts'

type Reading = Pick<Core, 'now' | 'settings'>

export async function understandAction(core: Reading, { owner, words }: { owner: string; words: string }) {
  return understand(words, dayIn(core.now(), await readZone(core, owner)))
}

/** Words that say nothing but when are left as they are. */
export function understand(words: string, today: string): Understood {
  const often = findRecurrence(words)
  const rest = often ? blankOut(words, often) : words
  const due = findDue(rest, today)
  const title = trimmed(due ? blankOut(rest, due) : rest)
  const saysWhen = often !== undefined || due !== undefined
  if (title === '' || !saysWhen) return { ...plain, title: words.trim() }
  return { title, ...dueOf(due), ...oftenOf(often, { due, today }) }
}

const plain = { due: null, dueWords: null, recurrence: null }

type Due = ReturnType<typeof findDue>

const dueOf = (due: Due) => (due ? { due: { day: due.day, time: due.time ?? null }, dueWords: due.words } : plain)

function oftenOf(often: ReturnType<typeof findRecurrence>, { due, today }: { due: Due; today: string }) {
  if (!often) return { recurrence: null }
  return { recurrence: often.often, ...(!due && { due: firstTime(often.often, today) }) }
}

interface Place {
  from: number
  to: number
}

/** Keeps every place where it is. */
const blankOut = (words: string, { from, to }: Place) => words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)

const trimmed = (words: string) =>
  words
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,.;:!?])/gu, '')
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '')

/** "Every Sunday" begins on the next one, today if it is one; "every week" names no day. */
function firstTime(recurrence: string, today: string) {
  const rhythm = rhythmOf(recurrence)
  if (rhythm?.step !== 'day' && rhythm?.weekday === undefined) return null
  const next = nextDue({ recurrence, due_day: null, month_day: null }, addDays(today, -1))
  return next?.due_day ? { day: next.due_day, time: null } : null
}
