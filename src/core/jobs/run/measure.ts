/** How many jobs wait, run and failed, and since when the oldest waits, for the metrics. */
import { second } from '#std/duration'
import { readStanding } from '../queue/standing.ts'
import type { JobsContext } from '../queue/job-row.ts'

const every = 15 * second

/** Returns the way to stop. */
export function startMeasuring(context: JobsContext) {
  const { db, metrics, log, now } = context
  const measure = async () => {
    const kinds = await readStanding(db.read, context)
    for (const { kind, oldestDue, queued, running, waiting, failed } of kinds) {
      metrics.setJobs(kind, { queued, running, waiting, failed })
      metrics.setQueueAge(kind, oldestDue === null ? 0 : (now() - oldestDue) / second)
    }
  }
  const report = (error: unknown) => {
    log.error({ err: error }, 'the queue could not be measured')
  }
  const timer = setInterval(() => void measure().catch(report), every).unref()
  void measure().catch(report)
  return () => {
    clearInterval(timer)
  }
}
