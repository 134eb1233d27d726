/** Claims due jobs, runs them, and settles how each of them ended. */
import { second } from '#std/duration'
import { createLoop } from '#std/loop'
import { claim, isAnyDue, keepLeases, releaseAll, scheduleDue } from './claim.ts'
import type { JobRow, JobsContext } from './queue.ts'
import { settle } from './settle.ts'
import { Cancelled, Stopped } from './verdicts.ts'
import { createWork } from './work.ts'

const mostAtOnce = 4
const pollEvery = second
const heartbeatEvery = 10 * second
const scheduleEvery = 60 * second
const graceToStop = 5 * second

interface Running {
  controller: AbortController
  ended: Promise<void>
}

export function createRunner(context: JobsContext) {
  const holder = context.newId()
  const timers: NodeJS.Timeout[] = []
  let unsubscribe = () => {}
  const report = (words: string) => (error: unknown) => {
    context.log.error({ err: error }, words)
  }
  const every = (milliseconds: number, task: () => Promise<void>, words: string) =>
    timers.push(setInterval(() => void task().catch(report(words)), milliseconds).unref())

  const look = createLoop(async () => {
    const most = mostAtOnce - pool.running.size
    if (most === 0 || !(await isAnyDue(context))) return false
    for (const row of await claim(context, { holder, most })) pool.begin(row)
    return false
  }, report('jobs could not be claimed'))
  const pool = createPool(context, { onFree: look.wake, onError: report('a job could not be settled') })
  const beat = async () => {
    for (const id of await keepLeases(context, holder, [...pool.running.keys()])) pool.abort(id)
  }

  return {
    abort: pool.abort,
    async start() {
      await releaseAll(context)
      await scheduleDue(context)
      unsubscribe = context.db.onCommit(look.wake)
      timers.push(setInterval(look.wake, pollEvery).unref())
      every(heartbeatEvery, beat, 'leases could not be renewed')
      every(scheduleEvery, () => scheduleDue(context), 'scheduled jobs could not be added')
      look.wake()
    },
    async stop() {
      unsubscribe()
      for (const timer of timers) clearInterval(timer)
      await look.stop()
      await endAll(pool.running)
    },
  }
}

interface Hooks {
  onFree: () => void
  onError: (error: unknown) => void
}

/** The jobs that run in this process. */
function createPool(context: JobsContext, { onFree, onError }: Hooks) {
  const running = new Map<string, Running>()
  return {
    running,
    abort: (jobId: string) => running.get(jobId)?.controller.abort(new Cancelled()),
    begin(row: JobRow) {
      const controller = new AbortController()
      const ended = runOne(context, row, controller.signal)
        .catch(onError)
        .then(() => {
          running.delete(row.id)
          onFree()
        })
      running.set(row.id, { controller, ended })
    },
  }
}

/** Gives running jobs a moment to end, then sends them back to the queue. */
async function endAll(running: ReadonlyMap<string, Running>) {
  const grace = setTimeout(() => {
    stopAll(running)
  }, graceToStop)
  await Promise.all([...running.values()].map(({ ended }) => ended))
  clearTimeout(grace)
}

function stopAll(running: ReadonlyMap<string, Running>) {
  for (const { controller } of running.values()) controller.abort(new Stopped())
}

async function runOne(context: JobsContext, row: JobRow, signal: AbortSignal) {
  const started = performance.now()
  const { work, end } = createWork(context, row, signal)
  const definition = context.registry.kinds.get(row.kind)
  let error: unknown
  try {
    if (!definition) throw new Error(`No code for jobs of kind ${row.kind}`)
    await definition.run(work)
  } catch (thrown) {
    error = signal.aborted ? signal.reason : thrown
    error ??= new Error('The job failed without a reason')
  }
  await end()
  const state = await settle(context, row, error)
  context.metrics.jobEnded({ kind: row.kind, state }, (performance.now() - started) / second)
}
