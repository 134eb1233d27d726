/**
 * What people should hear of: a consumer of the log asks each source what an event is worth telling, keeps it for who
 * may hear it, and passes it to the channels unless the person muted its kind. What happened once is told once. Mail,
 * push and webhooks are channels to come.
 */
import { z } from 'zod'
import type { Db } from '#core/db'
import type { Events } from '#core/events'
import type { Log } from '#core/observability'
import { defineSetting, type Settings } from '#core/settings'
import { liveChannel } from './channels.ts'
import { mutedSetting } from './contract.ts'
import { coreSources } from './core-sources.ts'
import { notificationHandlers } from './handlers.ts'
import { pruneNotifications } from './prune.ts'
import type { NotificationSource } from './source.ts'
import { tellingConsumer, type People } from './telling.ts'

export { notificationRecords } from './personal.ts'
export { notificationsMigrations } from './schema.ts'
export type { NotificationDraft, NotificationSource } from './source.ts'

export interface Notifications {
  handlers: ReturnType<typeof notificationHandlers>
  /** The daily job that removes what is older than ninety days. */
  pruning: typeof pruneNotifications
}

interface Needs {
  db: Db
  events: Events
  settings: Settings
  people: People
  log: Log
  now: () => number
  newId: () => string
  /** Of the spaces; they have their say before the core. */
  sources: readonly NotificationSource[]
}

const muted = defineSetting({
  name: mutedSetting,
  scope: 'person',
  schema: z.array(z.string().max(100)).max(100),
  fallback: [],
})

export function createNotifications(needs: Needs): Notifications {
  needs.settings.register(muted)
  const sources = [...needs.sources, ...coreSources]
  needs.events.addFollowing(tellingConsumer({ ...needs, sources, channels: [liveChannel(needs.events)] }))
  return { handlers: notificationHandlers(needs), pruning: pruneNotifications }
}
