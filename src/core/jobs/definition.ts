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
  /** Milliseconds between two runs that nobody has to ask for. The payload must accept `{}`. */
  every?: number
  run(context: Context, work: Work<z.output<Payload>>): Promise<void>
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
}
