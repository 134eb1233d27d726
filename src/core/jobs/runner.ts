/** Claims due jobs, runs them, and settles how each of them ended. */
import { second } from '#std/duration'
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
  row: JobRow
  controller: AbortController
  ended: Promise<void>
}

export function createRunner(context: JobsContext) {
  const holder = context.newId()
  const running = new Map<string, Running>()
  const timers: NodeJS.Timeout[] = []
  let isStopped = true
  let looking: Promise<void> | undefined
  let lookAgain = false
  let unsubscribe = () => {}

  const report = (words: string) => (error: unknown) => context.log.error({ err: error }, words)

  const wake = () => {
    if (isStopped) return
    if (looking) lookAgain = true
    else
      looking = look()
        .catch(report('jobs could not be claimed'))
        .finally(() => (looking = undefined))
  }

  async function look() {
    do {
      lookAgain = false
      const free = mostAtOnce - running.size
      if (free === 0 || !(await isAnyDue(context))) return
      for (const row of await claim(context, { holder, most: free })) run(row)
    } while (lookAgain && !isStopped)
  }

  function run(row: JobRow) {
    const controller = new AbortController()
    const ended = runOne(context, row, controller.signal)
      .catch(report('a job could not be settled'))
      .then(() => {
        running.delete(row.id)
        wake()
      })
    running.set(row.id, { row, controller, ended })
  }

  const abort = (jobId: string) => running.get(jobId)?.controller.abort(new Cancelled())
  const beat = async () => {
    const cancelled = await keepLeases(context, holder, [...running.keys()])
    for (const id of cancelled) abort(id)
  }
  const every = (milliseconds: number, task: () => Promise<void>, words: string) =>
    timers.push(setInterval(() => void task().catch(report(words)), milliseconds).unref())

  return {
    abort,
    async start() {
      isStopped = false
      await releaseAll(context)
      await scheduleDue(context)
      unsubscribe = context.db.onCommit(wake)
      timers.push(setInterval(wake, pollEvery).unref())
      every(heartbeatEvery, beat, 'leases could not be renewed')
      every(scheduleEvery, () => scheduleDue(context), 'scheduled jobs could not be added')
      wake()
    },
    async stop() {
      isStopped = true
      unsubscribe()
      for (const timer of timers) clearInterval(timer)
      await looking
      const ends = Promise.all([...running.values()].map(({ ended }) => ended))
      const grace = setTimeout(() => stopAll(running), graceToStop)
      await ends
      clearTimeout(grace)
    },
  }
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
