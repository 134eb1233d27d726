/** Waiting for long work. */
import { second } from '#std/duration'
import { jobsApi, type Job } from '#core/jobs/contract'
import { eventually, type Member } from './world.ts'

const ended: readonly Job['state'][] = ['done', 'failed', 'cancelled']

/** Waits until the job has ended, however it ended. Throws after `within` milliseconds. */
export function untilEnded(
  member: Member,
  { id }: Pick<Job, 'id'>,
  { within = 30 * second }: { within?: number } = {},
): Promise<Job> {
  const jobs = member.client(jobsApi)
  return eventually(
    () => jobs.getJob({ jobId: id }),
    ({ state }) => ended.includes(state),
    within,
  )
}
