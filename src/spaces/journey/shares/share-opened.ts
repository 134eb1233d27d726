/** A person hears when somebody opens a link of theirs for the first time. */
import type { NotificationSource } from '#core/notifications'

export const shareOpened: NotificationSource = {
  name: 'journey.share-opened',
  from: ({ name, payload }) =>
    name === 'journey.share-opened' && payload['isFirst'] === true
      ? {
          title: 'A link of yours was opened for the first time',
          body: 'Report shows your links, and can end each of them at once.',
          link: '/journey/report',
          level: 'info',
        }
      : undefined,
}
