/** What accounts need of the rest of the core. */
import type { Db } from '#core/db'
import type { Events } from '#core/events'
import type { Settings } from '#core/settings'

export interface AuthNeeds {
  db: Db
  events: Events
  settings: Settings
  now: () => number
  newId: () => string
  secrets: { accessKey: string; refreshKey: string }
  version: string
  spaces: readonly string[]
}
