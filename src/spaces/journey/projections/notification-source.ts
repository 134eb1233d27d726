/** What people hear of Journey when they are not looking. */
import { z } from 'zod'
import type { NotificationSource } from '#core/notifications'
import { analysisKind } from '../analysis/queue-analysis.ts'

const Stopped = z.object({ kind: z.literal(analysisKind), state: z.literal('failed'), subject: z.string() })

export const sessionNotUnderstood: NotificationSource = {
  name: 'journey.session-not-understood',
  from({ name, payload }) {
    const { data: stopped } = Stopped.safeParse(payload)
    if (name !== 'jobs.job-changed' || !stopped) return undefined
    return {
      title: 'A reflection could not be understood',
      body: 'What you wrote is kept. Its page says what went wrong, and can try again.',
      link: `/journey/sessions/${stopped.subject}`,
      level: 'problem',
    }
  },
}

const News = z.object({ isNews: z.literal(true) })

export const patternsFound: NotificationSource = {
  name: 'journey.patterns-found',
  from({ name, payload }) {
    if (name !== 'journey.patterns-refreshed' || !News.safeParse(payload).success) return undefined
    return {
      title: 'Something changes in your reflections',
      body: 'Patterns shows what it is, and where it was read from.',
      link: '/journey/patterns',
      level: 'info',
    }
  },
}
