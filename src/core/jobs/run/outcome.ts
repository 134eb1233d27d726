/** How a run ended becomes the job's next state. */
import { minute, second } from '#std/duration'
import { Problem } from '#contract/problem'
import type { JobState } from '../contract.ts'
import type { JobRow, JobsContext } from '../queue/job-row.ts'
import { Cancelled, GiveUp, RetryLater, Stopped, Waiting } from '../verdicts.ts'

export type Next = Partial<Pick<JobRow, 'run_at' | 'failures' | 'error' | 'progress'>> & { state: JobState }

/** `error` is what the run threw, undefined when it came to its end. */
export function nextOf(context: JobsContext, row: JobRow, error: unknown): Next {
  if (error === undefined) return { state: 'done', error: null, progress: null }
  if (error instanceof Stopped) return { state: 'queued' }
  if (error instanceof Waiting) return { state: 'waiting', error: null, progress: null }
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

const verdicts = [GiveUp, RetryLater, Problem, Stopped, Cancelled, Waiting]
const isVerdict = (error: unknown) => verdicts.some((verdict) => error instanceof verdict)
export const isBug = (error: unknown) => error !== undefined && !isVerdict(error)

function wordsOf(error: unknown) {
  if (isVerdict(error) && error instanceof Error) return error.message
  return 'Something broke on our side while this ran. What was finished before is kept.'
}

/** Exponential with jitter: between a half and the whole of 2^failures seconds, at most ten minutes. `chance` is in [0, 1). */
function backoff(failures: number, chance: number) {
  const ceiling = Math.min(second * 2 ** failures, 10 * minute)
  return Math.round(ceiling * (0.5 + chance / 2))
}
