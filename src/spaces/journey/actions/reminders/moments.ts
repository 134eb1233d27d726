/**
 * When a person is told of something, by their own calendar and clock: of what is due at eight in the morning of its
 * day, or an hour before its time; with a summary at six in the evening. Never at night. Pure.
 */
import { day, hour } from '#std/duration'
import { dayIn, instantOf } from '#std/zoned-time'
import type { Rhythm } from './settings.ts'

const morning = '08:00'
const evening = '18:00'
const night = '20:00'

/** What was due longer ago than this is no news. */
const lateFor = 2 * day

export interface DueMoment {
  day: string
  time: string | null
}

/** Names a due moment, so that each is told of once. */
export const nameOf = ({ day, time }: DueMoment) => (time === null ? day : `${day}T${time}`)

export function reminderOf({ day, time }: DueMoment, zone: string): number {
  const earliest = instantOf({ day, time: morning }, zone)
  if (time === null) return earliest
  const latest = instantOf({ day, time: night }, zone) - hour
  return Math.min(Math.max(instantOf({ day, time }, zone) - hour, earliest), latest)
}

/** `never` when it lies before it was set, or too long ago. */
export function isNews(moment: number, { setAt, now }: { setAt: number; now: number }) {
  return moment >= setAt && moment > now - lateFor
}

/** `instant`, or the next morning where that is at night. */
export function byDaylight(instant: number, zone: string): number {
  const today = dayIn(instant, zone)
  const begins = instantOf({ day: today, time: morning }, zone)
  if (instant < begins) return begins
  return instant < instantOf({ day: today, time: night }, zone)
    ? instant
    : instantOf({ day: dayAfter(today), time: morning }, zone)
}

export const dayAfter = (calendarDay: string, days = 1) =>
  new Date(Date.parse(`${calendarDay}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

export interface Summary {
  /** The day that it is told on. */
  day: string
  at: number
  /** Told at any moment before this. */
  until: number
}

/** The first summary that is not over; undefined where none is wished for. */
export function nextSummary(rhythm: Rhythm, { now, zone }: { now: number; zone: string }): Summary | undefined {
  if (rhythm === 'off') return undefined
  const today = dayIn(now, zone)
  const isOver = now >= instantOf({ day: today, time: night }, zone)
  let told = isOver ? dayAfter(today) : today
  while (!isSummaryDay(rhythm, told)) told = dayAfter(told)
  return summaryOn(told, zone)
}

const summaryOn = (told: string, zone: string): Summary => ({
  day: told,
  at: instantOf({ day: told, time: evening }, zone),
  until: instantOf({ day: told, time: night }, zone),
})

/** Weeks are looked back on on Sundays, months on their last day. */
function isSummaryDay(rhythm: Exclude<Rhythm, 'off'>, told: string): boolean {
  switch (rhythm) {
    case 'daily':
      return true
    case 'weekly':
      return new Date(`${told}T00:00:00Z`).getUTCDay() === 0
    case 'monthly':
      return dayAfter(told).endsWith('-01')
  }
}

/** The first day that a summary looks back on. */
export function summaryFrom(rhythm: Exclude<Rhythm, 'off'>, told: string): string {
  switch (rhythm) {
    case 'daily':
      return told
    case 'weekly':
      return dayAfter(told, -6)
    case 'monthly':
      return `${told.slice(0, 8)}01`
  }
}
