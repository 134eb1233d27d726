/** What people hear of their actions when they are not looking. */
import { z } from 'zod'
import type { NotificationSource } from '#core/notifications'
import { Rhythm } from './settings.ts'

const Due = z.object({ title: z.string(), day: z.string(), time: z.string().nullable(), isLate: z.boolean() })

const longestTitle = 120

export const actionDue: NotificationSource = {
  name: 'journey.action-due',
  from({ name, entity, payload }) {
    if (name !== 'journey.action-due') return undefined
    const { title, day, time, isLate } = Due.parse(payload)
    const today = time === null ? 'Due today' : `Due today at ${time}`
    return {
      title: title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title,
      body: isLate ? `It was due on ${day}.` : `${today}.`,
      link: `/journey/actions/${entity}`,
      level: 'warning',
    }
  },
}

const Told = z.object({ rhythm: Rhythm, sessions: z.int(), done: z.int(), open: z.int(), overdue: z.int() })
type Told = z.infer<typeof Told>

export const reflectionReminder: NotificationSource = {
  name: 'journey.reflection-reminder',
  from({ name, payload }) {
    if (name !== 'journey.reflection-due') return undefined
    const told = Told.parse(payload)
    return { title: 'A moment to look back', body: inWords(told), link: '/journey/write', level: 'info' }
  },
}

const stretches = { off: '', daily: 'Today', weekly: 'This week', monthly: 'This month' } as const

function inWords({ rhythm, sessions, done, open, overdue }: Told) {
  const past = `${stretches[rhythm]}: ${count(sessions, 'reflection')}, ${count(done, 'action')} done.`
  const ahead =
    open === 0 ? 'Nothing is open.' : `${open} still open${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`
  return `${past} ${ahead}`
}

const count = (figure: number, noun: string) => `${figure} ${noun}${figure === 1 ? '' : 's'}`
