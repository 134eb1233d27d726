/**
 * Shows how far a job is: on its row, and as a signal. One that ends sooner than a person could see it running is not
 * shown at all, and one that reports nothing is signalled once, as running, and not written.
 */
import { toJson } from '#std/json'
import { jobsTopic, type Progress } from '../contract.ts'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { toJobs } from '../queue/wire.ts'
import { jobTables } from '../schema.ts'

const firstAfter = 100
const leastPause = 250

export function createReporter(context: JobsContext, row: JobRow) {
  let latest: Progress | undefined
  let timer: NodeJS.Timeout | undefined = setTimeout(show, firstAfter)
  let shownAt = 0
  let showing: Promise<void> = Promise.resolve()

  function show() {
    timer = undefined
    shownAt = performance.now()
    const progress = latest
    showing = showing
      .then(() => (progress ? saveProgress(context, row, progress) : signal(context, row)))
      .catch((error: unknown) => context.log.warn({ err: error, job: row.id }, 'progress could not be shown'))
  }
  return {
    latest: (): Progress => latest ?? { step: '' },
    report(progress: Progress) {
      latest = progress
      timer ??= setTimeout(show, Math.max(0, shownAt + leastPause - performance.now()))
    },
    /** Resolves when nothing more will be shown. */
    end() {
      clearTimeout(timer)
      return showing
    },
  }
}

async function saveProgress(context: JobsContext, { id, holder, attempt }: JobRow, progress: Progress) {
  const changed = await context.db.write(
    (tx) =>
      jobTables(tx)
        .updateTable('jobs')
        .set({ progress: toJson(progress), updated_at: context.now() })
        .where('id', '=', id)
        .where('holder', '=', holder)
        .where('attempt', '=', attempt)
        .where('state', '=', 'running')
        .returningAll()
        .executeTakeFirst(),
    'statement',
  )
  if (changed) await signal(context, changed)
}

async function signal(context: JobsContext, row: JobRow) {
  const [job] = await toJobs(context, context.db.read, [row])
  if (job) context.signals.publish({ topic: jobsTopic, owner: row.owner, name: 'progress', payload: { ...job } })
}
