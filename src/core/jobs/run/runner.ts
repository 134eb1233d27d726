/** Runs jobs as long as the app is up: looks for due ones, keeps their leases, frees those of dead processes. */
import { second } from '#std/duration'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { scheduleDue } from '../queue/schedule.ts'
import { startHeartbeat, usualPace } from './heartbeat.ts'
import { releaseAll, releaseOrphans } from './leases.ts'
import { createLook } from './look.ts'
import { startMeasuring } from './measure.ts'
import { createPool } from './pool.ts'
import { createSettling } from './settle.ts'

const pollEvery = second
/** With the lease and the poll: an orphan runs again within 35 seconds. */
const orphansEvery = second
const turnsEvery = second
const scheduleEvery = 60 * second

/** What a process does of the work on jobs. Who does any of it also frees the jobs of dead processes. */
export interface Duties {
  runs: boolean
  /** Adds the jobs that run by themselves. */
  schedules: boolean
}

export function createRunner(context: JobsContext) {
  const pool = createPool(context, createSettling(context).settle)
  let stop = async () => {}
  return {
    abort: pool.abort,
    async start({ runs, schedules }: Duties) {
      // What ran is among what was served, so it is read before it stands in the queue again.
      await context.turns.load()
      if (context.db.engine === 'sqlite') await releaseAll(context)
      const { repeat, stopAll } = createRepetition(context)
      repeat(turnsEvery, () => context.turns.exchange(), 'turns could not be told')
      if (runs || schedules) {
        await releaseOrphans(context, pool.ids())
        repeat(orphansEvery, () => releaseOrphans(context, pool.ids()), 'orphans could not be released')
      }
      if (schedules) {
        await scheduleDue(context)
        repeat(scheduleEvery, () => scheduleDue(context), 'scheduled jobs could not be added')
      }
      const stopRunning = runs ? startRunning(context, pool) : async () => {}
      stop = async () => {
        stopAll()
        await stopRunning()
      }
    },
    stop: () => stop(),
  }
}

/** Returns the way to stop. */
function startRunning(context: JobsContext, pool: ReturnType<typeof createPool>) {
  const holder = context.newId()
  const isBusy = () => pool.ids().length > 0
  const heartbeat = startHeartbeat(context, { holder, pace: usualPace, isBusy, onCancelled: pool.abort })
  const begin = (row: JobRow) => {
    heartbeat.keep(row.id)
    pool.begin(row)
  }
  const look = createLook(context, { holder, begin })
  pool.listen({ onFree: look.free, onLost: ({ id }) => heartbeat.forsake(id) })
  const { repeat, stopAll } = createRepetition(context)
  repeat(pollEvery, async () => look.wake(), 'jobs could not be looked for')
  const stops = [context.db.onCommit(look.wake), startMeasuring(context), stopAll]
  look.wake()
  return async () => {
    for (const stop of stops) stop()
    await look.stop()
    await pool.stop()
    await heartbeat.stop()
  }
}

function createRepetition({ log }: JobsContext) {
  const timers: NodeJS.Timeout[] = []
  return {
    repeat(every: number, task: () => Promise<void>, words: string) {
      const report = (error: unknown) => {
        log.error({ err: error }, words)
      }
      timers.push(setInterval(() => void task().catch(report), every).unref())
    },
    stopAll() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}
