/** What the modules of the core tell people of. */
import { z } from 'zod'
import type { StoredEvent } from '#core/events'
import type { NotificationSource } from './source.ts'

/** A part of a larger job is told through the whole, which stops with it. */
const Stopped = z.object({ kind: z.string(), state: z.literal('failed'), parent: z.null().optional() })

const stoppedJob = ({ name, payload }: StoredEvent) =>
  name === 'jobs.job-changed' ? Stopped.safeParse(payload).data : undefined

const jobStopped: NotificationSource = {
  name: 'jobs.job-stopped',
  from: (event) =>
    stoppedJob(event) && {
      title: 'Something you started could not be finished',
      body: 'What was done before is kept. Activity says what went wrong, and can try again.',
      link: '/activity',
      level: 'problem',
    },
}

const anyJobStopped: NotificationSource = {
  name: 'jobs.any-job-stopped',
  to: 'administrators',
  from(event) {
    const job = stoppedJob(event)
    return (
      job && {
        title: 'A job stopped for good',
        body: `Its kind is “${job.kind}”.`,
        link: '/administration/jobs',
        level: 'warning',
      }
    )
  },
}

const replayRefused: NotificationSource = {
  name: 'account.replay-refused',
  from: ({ name }) =>
    name === 'account.replay-refused'
      ? {
          title: 'An old sign-in of yours was used again',
          body: 'It was ended to be safe. A browser that was put back from a backup does this. If there is none, change your password.',
          link: '/settings/account',
          level: 'warning',
        }
      : undefined,
}

const passwordChanged: NotificationSource = {
  name: 'account.password-changed',
  from: ({ name }) =>
    name === 'account.password-changed'
      ? {
          title: 'Your password was changed',
          body: 'If that was not you, ask an administrator for a new one at once.',
          link: '/settings/account',
          level: 'warning',
        }
      : undefined,
}

const resetLinkMade: NotificationSource = {
  name: 'account.reset-link-made',
  from: ({ name }) =>
    name === 'account.reset-link-made'
      ? {
          title: 'An administrator made a link for a new password of yours',
          body: 'If you did not ask for one, talk to your administrator. Your password is as it was until the link is used.',
          link: '/settings/account',
          level: 'warning',
        }
      : undefined,
}

/** In the order of their say: of one event, a person is told once, by the first source that has a word for it. */
export const coreSources: readonly NotificationSource[] = [
  jobStopped,
  anyJobStopped,
  replayRefused,
  passwordChanged,
  resetLinkMade,
]
