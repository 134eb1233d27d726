/** What the core offers to a space. Built once, in `app.ts`. */
import type { Cache } from '#core/cache'
import type { Db } from '#core/db'
import type { Disk } from '#core/disk'
import type { Events } from '#core/events'
import type { Files } from '#core/files'
import type { Graph } from '#core/graph'
import type { Jobs } from '#core/jobs'
import type { Log } from '#core/observability'
import type { Projections } from '#core/projections'
import type { Settings } from '#core/settings'
import type { Undo } from '#core/undo'

export interface Core {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** A new UUIDv7: later ids of a process sort after earlier ones, even within a millisecond. */
  newId(): string
  log: Log
  db: Db
  disk: Disk
  events: Events
  cache: Cache
  jobs: Jobs
  files: Files
  graph: Graph
  projections: Projections
  settings: Settings
  undo: Undo
}
