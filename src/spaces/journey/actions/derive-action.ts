/** What stands on an action, from what was said, what was moved and what a person set. Pure: the same in, the same out. */
import { z } from 'zod'
import { fromJson, toJson } from '#std/json'
import type { ActionTraits } from '../analyser/findings.ts'
import { ActionStatus, Priority } from './contract.ts'
import { polarityOf } from './intention.ts'
import type { ActionRow, MoveRow } from './schema.ts'

/** An element that says the action, of a session that is there. */
export interface Saying {
  sessionId: string
  label: string
  /** Whether a person agreed with the element, or put it in their own words. */
  status: string
  traits: ActionTraits | undefined
  topic: string | null
}

export const Field = z.enum(['title', 'detail', 'due', 'priority', 'topic', 'recurrence'])
export type Field = z.infer<typeof Field>
const Fields = z.array(Field)

export const touchedOf = ({ touched }: Pick<ActionRow, 'touched'>): ReadonlySet<Field> =>
  new Set(fromJson(Fields, touched))

export const withTouched = (row: Pick<ActionRow, 'touched'>, fields: Iterable<Field>) =>
  toJson([...touchedOf(row).union(new Set(fields))].sort())

type Kept = 'id' | 'owner' | 'key' | 'detail' | 'touched' | 'origin' | 'created_at' | 'deleted_at' | 'month_day'
export type Derived = Omit<ActionRow, Kept | 'updated_at' | 'reminded_of' | 'priority'>

interface Basis {
  row: ActionRow
  /** By the day of their sessions, oldest first. */
  sayings: readonly Saying[]
  /** Oldest first. */
  moves: readonly Pick<MoveRow, 'to_status' | 'made_by' | 'at'>[]
  now: number
}

export function deriveAction({ row, sayings, moves, now }: Basis): Derived {
  const words = saidWords(row, sayings)
  const last = moves.at(-1)
  const status = last?.to_status ?? firstStatus(sayings)
  const isOwn = row.origin === 'person' || touchedOf(row).size > 0 || moves.some((move) => move.made_by === 'person')
  return {
    ...saidTraits(row, sayings),
    ...words,
    ...sortKeys({ ...row, ...words }),
    status,
    is_shown: isOwn || sayings.length > 0 ? 1 : 0,
    ...saidWhere(sayings),
    done_at: status === 'done' && last ? last.at : null,
    due_set_at: dueSetAt(row, words, now),
  }
}

const saidWhere = (sayings: readonly Saying[]) => ({
  said: new Set(sayings.map(({ sessionId }) => sessionId)).size,
  session_id: sayings[0]?.sessionId ?? null,
})

/** What a person set stands; so does what is said no more. */
function saidWords(row: ActionRow, sayings: readonly Saying[]) {
  const touched = touchedOf(row)
  const isKept = (field: Field) => sayings.length === 0 || touched.has(field)
  return {
    ...(isKept('due') ? dueOf(row) : saidDue(sayings)),
    title: isKept('title') ? row.title : titleOf(sayings, row.title),
    topic: isKept('topic') ? row.topic : (firstOf(sayings, ({ topic }) => topic) ?? null),
  }
}

function dueSetAt(row: ActionRow, due: DueColumns, now: number) {
  if (due.due_day === null) return null
  const isSame = row.due_day === due.due_day && row.due_time === due.due_time
  return isSame ? (row.due_set_at ?? now) : now
}

type DueColumns = Pick<ActionRow, 'due_day' | 'due_time' | 'due_words'>

const dueOf = ({ due_day, due_time, due_words }: DueColumns): DueColumns => ({ due_day, due_time, due_words })

/** What was said last counts. */
function saidDue(sayings: readonly Saying[]): DueColumns {
  const due = firstOf(sayings.toReversed(), ({ traits }) => traits?.due)
  return { due_day: due?.day ?? null, due_time: due?.time ?? null, due_words: due?.words ?? null }
}

function saidTraits(row: ActionRow, sayings: readonly Saying[]) {
  const { grade, polarity, recurrence } = row
  if (sayings.length === 0) return { grade, polarity, recurrence }
  const often = firstOf(sayings.toReversed(), ({ traits }) => traits?.recurrence) ?? null
  const grades = sayings.flatMap(({ traits }) => traits?.grade ?? [])
  return {
    grade: grades.toSorted((a, b) => rankOf(b) - rankOf(a))[0] ?? null,
    polarity: firstOf(sayings, ({ label, traits }) => polarityOf(label, traits?.polarity)) ?? 'do',
    recurrence: touchedOf(row).has('recurrence') ? recurrence : often,
  }
}

const ladder = ['desire', 'ability', 'reason', 'need', 'commitment', 'activation', 'taking-steps'] as const
const rankOf = (grade: ActionTraits['grade']) => ladder.indexOf(grade)

/** A wish is proposed; what somebody commits to, or agreed with, is open; what they do already is in progress. */
function firstStatus(sayings: readonly Saying[]): ActionStatus {
  if (sayings.length === 0) return 'open'
  const grades = sayings.flatMap(({ traits }) => traits?.grade ?? [])
  if (grades.includes('taking-steps')) return 'in-progress'
  const isMeant = grades.some((grade) => rankOf(grade) >= rankOf('commitment'))
  return isMeant || sayings.some(({ status }) => status !== 'proposed') ? 'open' : 'proposed'
}

/** A person's own wording is better than the first one that was found. */
const titleOf = (sayings: readonly Saying[], otherwise: string) =>
  (sayings.findLast(({ status }) => status === 'edited') ?? sayings[0])?.label ?? otherwise

function firstOf<T, V>(items: readonly T[], pick: (item: T) => V | null | undefined): V | undefined {
  for (const item of items) {
    const value = pick(item)
    if (value !== null && value !== undefined) return value
  }
  return undefined
}

const priorities = ['high', 'normal', 'low'] as const satisfies Priority[]

type Sorted = Pick<ActionRow, 'title' | 'detail' | 'priority' | 'due_day' | 'due_time'>

/** A day without a time ends after all its times, and no day comes after all days. */
function sortKeys({ title, detail, priority, due_day, due_time }: Sorted) {
  const due_sort = due_day === null ? '9999-99-99' : `${due_day}T${due_time ?? '24:00'}`
  return {
    due_sort,
    urgency: `${priorities.indexOf(Priority.parse(priority))} ${due_sort}`,
    search_text: `${title}\n${detail}`.toLowerCase(),
  }
}
