/** What an engine of the record offers, whichever it is. */
import type { Kysely } from 'kysely'
import type { Log } from '#core/observability'
import type { Engine, MigrationSet } from './migrations.ts'

export type { Engine } from './migrations.ts'

/** A module adds its own tables with `$extendTables<ItsTables>()`. */
export type Reader = Kysely<Record<never, never>>
/** Valid inside the body of one `write` only. */
export type Tx = Reader

export type Isolation = 'serial' | 'statement'

export interface Db {
  readonly engine: Engine
  readonly read: Reader
  /**
   * Runs `body` in a transaction and answers once it is durable. The body may await nothing but the database, and has
   * no effect but on it: on PostgreSQL it runs again when another write was in its way. Throws when called inside
   * another write. With `statement`, each statement of the body sees what was committed before it, and nobody is in
   * its way: for statements that carry their own guard.
   */
  write<T>(body: (tx: Tx) => Promise<T>, isolation?: Isolation): Promise<T>
  /** Another number after each commit; undefined where other processes commit, too. */
  version(): number | undefined
  /** Calls `listener` after each commit of this process, and soon after those of others. Returns the way to stop that. */
  onCommit(listener: () => void): () => void
  /** Tells the other processes on this record something that may be lost. Nothing over 7,500 bytes is told. */
  broadcast(message: string): void
  onBroadcast(listener: (message: string) => void): () => void
  /**
   * Calls `lead` in one process at a time: at once on SQLite, which has only one; on PostgreSQL in the first that asks
   * for `name`, and in another once that one is gone. `lead` answers the way to stop. Returns the way to step back.
   */
  elect(name: string, lead: () => Promise<() => Promise<void>>): Promise<() => Promise<void>>
  /** Brings the record up to this program and answers what was applied. */
  migrate(sets: readonly MigrationSet[], at: number): Promise<string[]>
  close(): Promise<void>
}

export interface DatabaseNeeds {
  /** Of the SQLite file, when there is no `url`. */
  folder: string
  /** `postgres://…`; empty for SQLite. */
  url?: string
  /** At most so many to PostgreSQL, half of them for reading; 20 unless told. */
  connections?: number | undefined
  log: Log
  /** Writes that may share one commit of the SQLite file. */
  groupSize?: number | undefined
  /** Hears how many writes shared a commit, and how long they took. */
  committed?: ((writes: number, seconds: number) => void) | undefined
}
