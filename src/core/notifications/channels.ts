/** The ways a notification reaches a person, beside its place in the list. */
import type { Tx } from '#core/db'
import type { Events } from '#core/events'
import { notificationsTopic } from './contract.ts'
import type { NotificationRow } from './schema.ts'

/** Runs in the write that keeps the notification: what leaves this machine is enqueued there as a job. */
export interface Channel {
  name: string
  deliver(tx: Tx, notification: NotificationRow): Promise<void>
}

/** Open pages hear of it by the log, and look it up. */
export const liveChannel = (events: Pick<Events, 'append'>): Channel => ({
  name: 'live',
  deliver: (tx, { id, owner, kind, level }) =>
    events.append(tx, {
      name: 'notifications.notification-raised',
      topic: notificationsTopic,
      entity: id,
      owner,
      actor: owner,
      payload: { kind, level },
    }),
})
