/** Jobs on the wire: long work with named steps, live progress, cancel and "try again". */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { Instant, JobId } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** The step at work and, where it can be told, how far it is: `done` of `total`. */
export const Progress = z.object({ step: z.string(), done: z.number().optional(), total: z.number().optional() })
export type Progress = z.infer<typeof Progress>

/** `steps` lists every step of the kind in order; `finished` the ones whose output is stored. */
export const Job = z.object({
  id: JobId,
  kind: z.string(),
  subject: z.string().nullable(),
  /** What the subject was called when the job was queued. */
  label: z.string().nullable(),
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

export const jobNotFound = defineProblem({ name: 'jobs/job-not-found', status: 404, title: 'There is no such job' })
export const jobNotStopped = defineProblem({
  name: 'jobs/job-not-stopped',
  status: 409,
  title: 'This job has not stopped',
})
export const jobFinished = defineProblem({ name: 'jobs/job-finished', status: 409, title: 'This job has finished' })

/** Topic of the live connection: `jobs.job-changed` events, and `progress` signals whose payload is a `Job`. */
export const jobsTopic = 'jobs'

const jobs = defineNoun({ name: 'jobs.jobs', about: 'Long work: watching, stopping and sending it again' })

export const jobsApi = {
  listJobs: endpoint({
    method: 'GET',
    path: '/jobs',
    summary: 'My jobs, newest first',
    access: jobs.read,
    query: PageQuery.extend({ state: JobState.optional(), subject: z.string().max(100).optional() }),
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
    summary: 'Stops a job that waits or runs',
    access: jobs.write,
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
}
