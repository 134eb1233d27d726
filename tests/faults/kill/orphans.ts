/** Measures how long jobs lie about after their process was killed, until another one runs them. */
import { z } from 'zod'
import { suspectLosses } from '../../../src/core/jobs/run/leases.ts'
import type { RecordReader } from './record.ts'

export interface Orphans {
  /**
   * The holders that `isDead` tells were killed just now: their jobs wait from now on. One that is suspected of having
   * killed them is made to wait, and not counted.
   */
  noteKill(isDead: (holder: string) => boolean): Promise<void>
  /** All that wait do so from now on: before, there was nobody to run them. */
  countFromNow(): void
  /** Sees which of them run again. */
  look(): Promise<void>
  /** How many ran again, which one waited longest, and how often a suspect was not counted. */
  figures(): { count: number; longest: Wait; suspects: number }
}

/** In milliseconds, until it stood in the queue again and until it ran again. */
export interface Wait {
  kind: string
  queued: number
  ran: number
}

const Jobs = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    attempt: z.coerce.number(),
    losses: z.coerce.number(),
    holder: z.string().nullable(),
    state: z.string(),
  }),
)

export function createOrphans(record: () => Promise<RecordReader>): Orphans {
  const waiting = new Map<string, { kind: string; attempt: number; since: number; queuedAt?: number }>()
  const figures = { count: 0, longest: { kind: '', queued: 0, ran: 0 }, suspects: 0 }
  const readJobs = async () => {
    await using open = await record()
    return Jobs.parse(
      await open.rows(`select id, kind, attempt, losses, holder, state from jobs where state in ('queued', 'running')`),
    )
  }
  return {
    async noteKill(isDead) {
      const since = performance.now()
      for (const { id, kind, attempt, losses, holder } of await readJobs()) {
        if (holder === null || !isDead(holder)) continue
        if (losses + 1 < suspectLosses) waiting.set(id, { kind, attempt, since })
        else figures.suspects += 1
      }
    },
    countFromNow() {
      for (const orphan of waiting.values()) orphan.since = performance.now()
    },
    async look() {
      if (waiting.size === 0) return
      const open = new Map((await readJobs()).map((job) => [job.id, job]))
      const now = performance.now()
      for (const [id, orphan] of waiting) {
        const { kind, attempt, since } = orphan
        const job = open.get(id)
        if (job?.state === 'queued') orphan.queuedAt ??= now
        if (job && job.attempt <= attempt) continue
        waiting.delete(id)
        // One that is not there any more ended, between two looks, or with what it belonged to.
        figures.count += 1
        const ran = now - since
        if (ran > figures.longest.ran) figures.longest = { kind, queued: (orphan.queuedAt ?? now) - since, ran }
      }
    },
    figures: () => figures,
  }
}
