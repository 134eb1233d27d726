/** How a run ended becomes the job's next state, behind the fence. */
import { minute, second } from '#std/duration'
import { Problem } from '#contract/problem'
import type { Tx } from '#core/db'
import type { JobState } from './contract.ts'
import { announce, type JobRow, type JobsContext } from './queue.ts'
import { jobTables } from './schema.ts'
import { Cancelled, GiveUp, RetryLater, Stopped } from './verdicts.ts'
import { assertHeld, FencedOff } from './work.ts'

type Next = Partial<Pick<JobRow, 'run_at' | 'failures' | 'error' | 'progress'>> & { state: JobState }

/** Answers the state the job is in now. */
export async function settle(context: JobsContext, row: JobRow, error: unknown): Promise<JobState> {
  if (error instanceof FencedOff) return 'queued'
  const next = nextOf(context, row, error)
  if (isBug(error)) context.log.error({ err: error, job: row.id, kind: row.kind, state: next.state }, 'a job failed')
  await context.db.write(async (tx) => {
    await assertHeld(tx, row)
    const change = { ...next, holder: null, lease_until: 0, updated_at: context.now() }
    await jobTables(tx).updateTable('jobs').set(change).where('id', '=', row.id).execute()
    if (next.state === 'done') await forgetOutputs(tx, row.id)
    await announce(context, tx, { ...row, ...change })
  })
  return next.state
}

function nextOf(context: JobsContext, row: JobRow, error: unknown): Next {
  if (error === undefined) return { state: 'done', error: null, progress: null }
  if (error instanceof Stopped) return { state: 'queued' }
  if (row.cancel_requested === 1 || error instanceof Cancelled)
    return { state: 'cancelled', error: null, progress: null }
  return nextAfterFailure(context, row, error)
}

function nextAfterFailure(context: JobsContext, row: JobRow, error: unknown): Next {
  const failures = row.failures + 1
  const most = context.registry.kinds.get(row.kind)?.attempts ?? 1
  if (error instanceof GiveUp || error instanceof Problem || failures >= most) {
    return { state: 'failed', failures, error: wordsOf(error) }
  }
  const pause = error instanceof RetryLater ? error.after : backoff(failures, context.random())
  return { state: 'queued', failures, run_at: context.now() + pause, error: wordsOf(error) }
}

const verdicts = [GiveUp, RetryLater, Problem, Stopped, Cancelled]
const isVerdict = (error: unknown) => verdicts.some((verdict) => error instanceof verdict)
const isBug = (error: unknown) => error !== undefined && !isVerdict(error)

function wordsOf(error: unknown) {
  if (isVerdict(error) && error instanceof Error) return error.message
  return 'Something broke on our side while this ran. What was finished before is kept.'
}

/** Exponential with jitter: between a half and the whole of 2^failures seconds, at most ten minutes. `chance` is in [0, 1). */
function backoff(failures: number, chance: number) {
  const ceiling = Math.min(second * 2 ** failures, 10 * minute)
  return Math.round(ceiling * (0.5 + chance / 2))
}

/** A done job needs its outputs no more; their names tell what happened. */
async function forgetOutputs(tx: Tx, jobId: string) {
  await jobTables(tx).updateTable('job_steps').set({ output: 'null' }).where('job_id', '=', jobId).execute()
}
