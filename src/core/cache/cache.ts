/**
 * Values that cost something to compute, kept for a while in the memory of this process. One computation at a time for
 * each key; a value whose computation began before an invalidation is given to nobody who asks after it. Values grow
 * old with time and by what the log tells, and in no other way. Nothing is kept over a restart.
 */
import { z } from 'zod'
import type { Tx } from '#core/db'
import type { Events } from '#core/events'
import { defineJob, type JobDefinition, type Jobs } from '#core/jobs'
import type { Log, Metrics } from '#core/observability'
import { createInvalidation, type Cascade, type InvalidationRule } from './invalidation.ts'
import { createRegion, type OpenRegion, type Region, type RegionOptions } from './region.ts'

export type { InvalidationRule } from './invalidation.ts'
export type { Region, RegionOptions } from './region.ts'

/** Computes what will be asked for soon. */
export interface Warmer {
  name: string
  run(signal: AbortSignal): Promise<void>
}

export interface Cache {
  /** Opens a part for one kind of values. */
  region<T>(options: RegionOptions): Region<T>
  /** Says which events make which tags old. Commits reach the rules a moment after they are answered. */
  addRule(rule: InvalidationRule): void
  addCascade(cascade: Cascade): void
  addWarmer(warmer: Warmer): void
  /** The job that runs the warmers, in the process that gets it. */
  warming: JobDefinition<typeof noPayload, unknown>
  /** Asks for the job; for the start. */
  warm(tx: Tx, jobs: Pick<Jobs, 'enqueue'>): Promise<void>
}

interface Needs {
  events: Pick<Events, 'hear'>
  log: Pick<Log, 'warn' | 'error'>
  metrics: Metrics
  now: () => number
}

const noPayload = z.object({})

export function createCache(needs: Needs): Cache {
  const regions: OpenRegion[] = []
  const invalidation = createInvalidation({ regions, log: needs.log })
  const warmers: Warmer[] = []
  const warming = warmingOf(warmers, needs.log)
  needs.events.hear(invalidation.apply)
  return {
    region<T>(options: RegionOptions) {
      const region = createRegion<T>(options, needs)
      regions.push(region)
      return region
    },
    addRule: invalidation.addRule,
    addCascade: invalidation.addCascade,
    addWarmer: (warmer) => void warmers.push(warmer),
    warming,
    async warm(tx, jobs) {
      if (warmers.length > 0) await jobs.enqueue(tx, { kind: warming.kind, owner: '', payload: {} })
    },
  }
}

function warmingOf(warmers: readonly Warmer[], log: Pick<Log, 'warn'>) {
  return defineJob({
    kind: 'cache.warm',
    payload: noPayload,
    steps: [],
    async run(_: unknown, { signal }) {
      for (const { name, run } of warmers) {
        signal.throwIfAborted()
        // What is not warm is computed when it is asked for.
        await run(signal).catch((error: unknown) => {
          log.warn({ err: error, warmer: name }, 'a part of the cache was not warmed')
        })
      }
    },
  })
}
