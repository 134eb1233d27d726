/** The jobs that run in this process. */
import { second } from '#std/duration'
import { withLogContext } from '#core/observability'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { Cancelled, FencedOff, Stopped } from '../verdicts.ts'
import { isBug, nextOf } from './outcome.ts'
import type { Ended } from './settle.ts'
import { createWork } from './work.ts'

interface Running {
  controller: AbortController
  ended: Promise<void>
}

type Settle = (ended: Ended) => Promise<void>

interface Listener {
  /** A job has ended and left its place. */
  onFree(row: JobRow): void
  /** A job has ended and nobody knows: its lease must run out. */
  onLost(row: JobRow): void
}

const graceToStop = 5 * second

export function createPool(context: JobsContext, settle: Settle) {
  const running = new Map<string, Running>()
  let listener: Listener = { onFree: () => {}, onLost: () => {} }
  const lose = (row: JobRow) => (error: unknown) => {
    context.log.error({ err: error, job: row.id }, 'a job could not be settled; it will run again')
    listener.onLost(row)
  }
  return {
    listen: (next: Listener) => void (listener = next),
    ids: () => [...running.keys()],
    abort: (jobId: string) => running.get(jobId)?.controller.abort(new Cancelled()),
    begin(row: JobRow) {
      const controller = new AbortController()
      if (row.cancel_requested === 1) controller.abort(new Cancelled())
      // A run of it that was fenced off may not have come to its end yet.
      running.get(row.id)?.controller.abort(new FencedOff())
      const ended = runOne(context, { row, signal: controller.signal, settle })
        .catch(lose(row))
        .then(() => {
          if (running.get(row.id)?.controller === controller) running.delete(row.id)
          listener.onFree(row)
        })
      running.set(row.id, { controller, ended })
    },
    /** Gives running jobs a moment to end, then sends them back to the queue. */
    async stop() {
      const all = [...running.values()]
      const grace = setTimeout(() => {
        for (const { controller } of all) controller.abort(new Stopped())
      }, graceToStop)
      await Promise.all(all.map(({ ended }) => ended))
      clearTimeout(grace)
    },
  }
}

interface Run {
  row: JobRow
  signal: AbortSignal
  settle: Settle
}

async function runOne(context: JobsContext, { row, signal, settle }: Run) {
  const started = performance.now()
  const { work, hasSteps, end } = createWork(context, row, signal)
  const definition = context.registry.kinds.get(row.kind)
  let error: unknown
  try {
    signal.throwIfAborted()
    if (!definition) throw new Error(`No code for jobs of kind ${row.kind}`)
    await withLogContext({ job: row.id, kind: row.kind }, () => definition.run(work))
  } catch (thrown) {
    error = signal.aborted ? signal.reason : thrown
    error ??= new Error('The job failed without a reason')
  }
  await end()
  if (error instanceof FencedOff) return
  const next = nextOf(context, row, error)
  if (isBug(error)) context.log.error({ err: error, job: row.id, kind: row.kind, state: next.state }, 'a job failed')
  await settle({ row, next, hasSteps: hasSteps() })
  context.metrics.jobEnded({ kind: row.kind, state: next.state }, (performance.now() - started) / second)
}
