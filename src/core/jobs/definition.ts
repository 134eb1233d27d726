/** A job kind as data, what it holds while it runs, and what the module needs to run it. */
import type { z } from 'zod'
import type { Db, Tx } from '#core/db'
import type { Events } from '#core/events'
import type { Log, Metrics } from '#core/observability'
import type { Signals } from '#core/realtime'

export interface JobDefinition<Payload extends z.ZodType, Context> {
  /** Imperative: `journey.analyse-session`. */
  kind: `${string}.${string}`
  payload: Payload
  /** Every step that `run` may take, in order, as the person sees them. */
  steps: readonly string[]
  /** How often it may fail before it is given up; 5 unless told. */
  attempts?: number
  /** Milliseconds between two runs that nobody has to ask for, at most 30 days. The payload must accept `{}`. */
  every?: number
  /** Where in its stretch of `every` it runs: `every: day, after: 2 * hour` is each day at 02:00 UTC. */
  after?: number
  /** Light jobs wait more than they compute, so many may run at once; jobs are heavy unless told. */
  weight?: 'light' | 'heavy'
  /** At most so many of this kind at once in one process. The kind then shares its places with no other. */
  most?: number
  /** At most `most` of this kind begin in any `per` milliseconds in one process. */
  rate?: Rate
  /** It makes room, so it runs on a full disk too. */
  footprint?: 'frees'
  run(context: Context, work: Work<z.output<Payload>>): Promise<void>
}

export interface Rate {
  most: number
  per: number
}

/** Declares a job kind and keeps its types. */
export function defineJob<Payload extends z.ZodType, Context>(definition: JobDefinition<Payload, Context>) {
  return definition
}

export interface Work<Payload> {
  id: string
  owner: string
  payload: Payload
  attempt: number
  /** Aborted when the job is cancelled or the server stops. */
  signal: AbortSignal
  /** Runs `body` once in the life of the job; its output is stored and given again after a crash. */
  step<S extends z.ZodType>(name: string, output: S, body: () => Promise<z.input<S>>): Promise<z.output<S>>
  /** A step that is one transaction: effect and step are kept together, only while this holder has the job. */
  write(name: string, body: (tx: Tx) => Promise<void>): Promise<void>
  /** Tells how far the step at work is. Shown at most four times a second. */
  progress(done: number, total: number): void
  /**
   * How the children ended: the jobs that a `write` enqueued with this job as their `parent`. While one has not ended,
   * this throws, the run is over, and the job runs again after the last of them; so it must stand outside of a step.
   * When one failed the job is given up, unless it `allows` that and decides for itself.
   */
  children(care?: ChildCare): Promise<Children>
}

export interface Child {
  id: string
  subject: string | null
  label: string | null
  /** Why it failed, in plain words; null when it is done. */
  error: string | null
}

/** A child that was cancelled counts as failed. */
export interface Children {
  done: readonly Child[]
  failed: readonly Child[]
}

export interface ChildCare {
  /** `give-up` unless told. */
  failed?: 'give-up' | 'allow'
}

export interface JobsNeeds {
  db: Db
  events: Events
  signals: Signals
  log: Log
  metrics: Metrics
  now: () => number
  newId: () => string
  random: () => number
  /** Where the leases are renewed from a thread of its own; on SQLite they are nobody else's to take. */
  databaseUrl?: string
  /** While false only jobs that make room begin, because the disk is full; true unless told. */
  mayRun?: () => boolean
}
