/**
 * Renews the leases of this process. On PostgreSQL a thread does it, because others take a job whose lease is over, and
 * the loop that computes may be late. On SQLite a timer is enough: nobody else is there to take the job.
 */
import { Worker } from 'node:worker_threads'
import type { z } from 'zod'
import { second } from '#std/duration'
import type { JobsContext } from '../queue/job-row.ts'
import { Report, type Forsaken, type Orders } from './heartbeat-messages.ts'
import { leaseFor, renewLeases } from './leases.ts'

export const usualPace = { lease: leaseFor, beat: 6 * second }

export interface Heartbeat {
  /** Lets the lease of this job run out: its end could not be told, so that it must run again. */
  forsake(jobId: string): void
  /** Keeps the lease of this job, which begins. */
  keep(jobId: string): void
  stop(): Promise<void>
}

interface Holder {
  holder: string
  pace: typeof usualPace
  isBusy(): boolean
  /** A job that runs here was cancelled from elsewhere. */
  onCancelled(jobId: string): void
}
type Context = Pick<JobsContext, 'db' | 'now' | 'log' | 'databaseUrl'>

export function startHeartbeat(context: Context, holder: Holder): Heartbeat {
  const { databaseUrl = '' } = context
  return databaseUrl === '' ? beatInLoop(context, holder) : beatInThread({ ...context, databaseUrl }, holder)
}

const failureWords = 'leases could not be renewed'

function beatInLoop(context: Context, { holder, pace, isBusy, onCancelled }: Holder): Heartbeat {
  const forsaken = new Set<string>()
  const beat = async () => {
    if (!isBusy()) return
    const hold = { holder, forsaken: [...forsaken], until: context.now() + pace.lease }
    const cancelled = await renewLeases(context, hold)
    cancelled.forEach(onCancelled)
  }
  const report = (error: unknown) => {
    context.log.error({ err: error }, failureWords)
  }
  const timer = setInterval(() => void beat().catch(report), pace.beat).unref()
  return {
    forsake: (jobId) => forsaken.add(jobId),
    keep: (jobId) => forsaken.delete(jobId),
    stop: async () => {
      clearInterval(timer)
    },
  }
}

function beatInThread(context: Context & { databaseUrl: string }, { holder, pace, onCancelled }: Holder): Heartbeat {
  const { databaseUrl: url, now, log } = context
  const workerData: z.input<typeof Orders> = { url, holder, ...pace, ahead: now() - Date.now() }
  const thread = new Worker(new URL('./heartbeat-worker.ts', import.meta.url), { workerData })
  const forsaken = new Set<string>()
  const tell = () => {
    const list: z.input<typeof Forsaken> = [...forsaken]
    thread.postMessage(list)
  }
  thread.on('error', (error) => log.error({ err: error }, 'the thread that renews leases broke'))
  thread.on('message', (message) => {
    const report = Report.parse(message)
    if ('cancelled' in report) report.cancelled.forEach(onCancelled)
    else log.error({ failure: report.failure }, failureWords)
  })
  thread.unref()
  return {
    forsake(jobId) {
      forsaken.add(jobId)
      tell()
    },
    keep(jobId) {
      if (forsaken.delete(jobId)) tell()
    },
    async stop() {
      await thread.terminate()
    },
  }
}
