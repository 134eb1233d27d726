/** Jobs on the wire: long work with named steps, live progress, cancel and "try again"; and the queue as a whole. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, JobId } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

/** `waiting` is for its children; every other wait is `queued`. */
export const JobState = z.enum(['queued', 'running', 'waiting', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** The step at work and, where it can be told, how far it is: `done` of `total`. */
export const Progress = z.object({ step: z.string(), done: z.number().optional(), total: z.number().optional() })
export type Progress = z.infer<typeof Progress>

/** How the jobs that a job enqueued stand; `failed` counts the cancelled ones too. */
export const ChildCount = z.object({ total: z.int(), done: z.int(), failed: z.int() })
export type ChildCount = z.infer<typeof ChildCount>

/** `steps` lists every step of the kind in order; `finished` the ones whose output is stored. */
export const Job = z.object({
  id: JobId,
  kind: z.string(),
  subject: z.string().nullable(),
  /** What the subject was called when the job was queued. */
  label: z.string().nullable(),
  /** The job that enqueued this one as a part of itself. */
  parent: JobId.nullable().default(null),
  /** Null when it has none. */
  children: ChildCount.nullable().default(null),
  state: JobState,
  attempt: z.int(),
  steps: z.array(z.string()),
  finished: z.array(z.string()),
  progress: Progress.nullable(),
  /** What went wrong, in plain words; set when the state is `failed`, or while a retry is waiting. */
  error: z.string().nullable(),
  runAt: Instant,
  createdAt: Instant,
  updatedAt: Instant,
})
export type Job = z.infer<typeof Job>

/** One kind in the queue. `oldestDue` is when its longest waiting job should have begun. */
export const KindStanding = z.object({
  kind: z.string(),
  queued: z.int(),
  running: z.int(),
  waiting: z.int(),
  failed: z.int(),
  oldestDue: Instant.nullable(),
  paused: z.object({ at: Instant, by: z.string() }).nullable(),
})
export type KindStanding = z.infer<typeof KindStanding>

/** A job that failed, as an administrator sees it: not what it worked on. */
export const DeadJob = z.object({
  id: JobId,
  kind: z.string(),
  owner: z.string(),
  attempt: z.int(),
  error: z.string().nullable(),
  at: Instant,
})
export type DeadJob = z.infer<typeof DeadJob>

export const jobNotFound = defineProblem({ name: 'jobs/job-not-found', status: 404, title: 'There is no such job' })
export const jobNotStopped = defineProblem({
  name: 'jobs/job-not-stopped',
  status: 409,
  title: 'This job has not stopped',
})
export const jobFinished = defineProblem({ name: 'jobs/job-finished', status: 409, title: 'This job has finished' })
export const kindNotFound = defineProblem({ name: 'jobs/kind-not-found', status: 404, title: 'There is no such kind' })

/** Topic of the live connection: `jobs.job-changed` events, and `progress` signals whose payload is a `Job`. */
export const jobsTopic = 'jobs'

/** Dead jobs that one call sends again. */
export const mostSentAgain = 500

const jobs = defineNoun({ name: 'jobs.jobs', about: 'Long work: watching, stopping and sending it again' })
const queue = defineNoun({
  name: 'jobs.queue',
  about: 'The queue of everybody: how it stands, pausing kinds, sending dead jobs again',
  read: 'administrator',
  write: 'administrator',
})

const Kind = z.string().min(1).max(100)

export const jobsApi = {
  listJobs: endpoint({
    method: 'GET',
    path: '/jobs',
    summary: 'My jobs, newest first',
    access: jobs.read,
    query: PageQuery.extend({
      state: JobState.optional(),
      subject: z.string().max(100).optional(),
      parent: z.string().max(100).optional(),
    }),
    reply: pageOf(Job),
  }),
  getJob: endpoint({
    method: 'GET',
    path: '/jobs/:jobId',
    summary: 'One job',
    access: jobs.read,
    reply: Job,
    problems: [jobNotFound],
  }),
  cancelJob: endpoint({
    method: 'POST',
    path: '/jobs/:jobId/cancel',
    summary: 'Stops a job that waits or runs, and its children',
    access: jobs.write,
    footprint: 'frees',
    reply: Job,
    problems: [jobNotFound, jobFinished],
  }),
  retryJob: endpoint({
    method: 'POST',
    path: '/jobs/:jobId/retry',
    summary: 'Sends a failed or cancelled job again; finished steps are not repeated',
    access: jobs.write,
    reply: Job,
    problems: [jobNotFound, jobNotStopped],
  }),
  getQueue: endpoint({
    method: 'GET',
    path: '/jobs/queue',
    summary: 'How the queue stands, by kind',
    access: queue.read,
    reply: z.object({ kinds: z.array(KindStanding) }),
  }),
  pauseKind: endpoint({
    method: 'POST',
    path: '/jobs/kinds/:kind/pause',
    summary: 'Lets no further job of this kind begin; those that run go on',
    access: queue.write,
    footprint: 'frees',
    reply: KindStanding,
    problems: [kindNotFound],
  }),
  resumeKind: endpoint({
    method: 'POST',
    path: '/jobs/kinds/:kind/resume',
    summary: 'Lets jobs of this kind begin again',
    access: queue.write,
    footprint: 'small',
    reply: KindStanding,
    problems: [kindNotFound],
  }),
  listDeadJobs: endpoint({
    method: 'GET',
    path: '/jobs/dead',
    summary: 'Jobs of everybody that failed for good, latest first',
    access: queue.read,
    query: PageQuery.extend({ kind: Kind.optional() }),
    reply: pageOf(DeadJob),
  }),
  sendDeadJobAgain: endpoint({
    method: 'POST',
    path: '/jobs/:jobId/send-again',
    summary: 'Sends a job that failed again, whoever owns it',
    access: queue.write,
    reply: z.object({}),
    problems: [jobNotFound, jobNotStopped],
  }),
  sendDeadJobsAgain: endpoint({
    method: 'POST',
    path: '/jobs/dead/send-again',
    summary: 'Sends the dead jobs of a kind again, the oldest first, up to 500 a call',
    access: queue.write,
    body: z.object({ kind: Kind }),
    reply: z.object({ sent: z.int() }),
  }),
}
