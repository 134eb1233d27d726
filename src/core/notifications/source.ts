/** What a module tells people of, as data. */
import type { StoredEvent } from '#core/events'
import type { Level } from './contract.ts'

export interface NotificationDraft {
  title: string
  body?: string
  /** A path of the web where more can be seen. */
  link?: `/${string}`
  level: Level
}

/** For administrators the words must hold nothing of what a person owns: only that something happened. */
export interface NotificationSource {
  /** The kind of its notifications: `jobs.job-stopped`. */
  name: `${string}.${string}`
  /** Who is told: the person whose event it is, unless told otherwise. */
  to?: 'owner' | 'administrators'
  /** What is told of an event; undefined for nothing. */
  from(event: StoredEvent): NotificationDraft | undefined
}
