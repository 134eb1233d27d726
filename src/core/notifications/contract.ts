/** Notifications on the wire: what a person should hear of, newest first, and what of it they have read. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { idOf, Instant } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

export const NotificationId = idOf('notification')
export type NotificationId = z.infer<typeof NotificationId>

/** `info` can wait, `warning` asks for a look, `problem` says that something did not work out. */
export const Level = z.enum(['info', 'warning', 'problem'])
export type Level = z.infer<typeof Level>

export const Notification = z.object({
  id: NotificationId,
  /** What it is about: `jobs.job-stopped`. A person can mute a kind. */
  kind: z.string(),
  title: z.string(),
  body: z.string().nullable(),
  /** A path of the web where more can be seen. */
  link: z.string().nullable(),
  level: Level,
  at: Instant,
  readAt: Instant.nullable(),
})
export type Notification = z.infer<typeof Notification>

const Summary = z.object({ unread: z.int() })

export const notificationNotFound = defineProblem({
  name: 'notifications/notification-not-found',
  status: 404,
  title: 'There is no such notification',
})

/** Topic of the live connection: `notification-raised` with `{kind, level}`, and `notifications-read`. */
export const notificationsTopic = 'notifications'

/** The setting of a person that lists the kinds they do not want to be told of. */
export const mutedSetting = 'notifications.muted'

const mine = defineNoun({ name: 'notifications.mine', about: 'Notifications' })

export const notificationsApi = {
  listNotifications: endpoint({
    method: 'GET',
    path: '/notifications',
    summary: 'My notifications, newest first',
    access: mine.read,
    query: PageQuery.extend({ state: z.enum(['unread', 'read']).optional() }),
    reply: pageOf(Notification),
  }),
  getNotificationSummary: endpoint({
    method: 'GET',
    path: '/notifications/summary',
    summary: 'How many of my notifications are unread',
    access: mine.read,
    reply: Summary,
  }),
  readNotification: endpoint({
    method: 'POST',
    path: '/notifications/:notificationId/read',
    summary: 'Marks a notification as read',
    access: mine.write,
    reply: Notification,
    problems: [notificationNotFound],
  }),
  readAllNotifications: endpoint({
    method: 'POST',
    path: '/notifications/read-all',
    summary: 'Marks all my notifications as read',
    access: mine.write,
    reply: Summary,
  }),
}
