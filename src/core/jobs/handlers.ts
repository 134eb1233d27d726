/** The endpoints of a person's own jobs. */
import { Problem } from '#contract/problem'
import { newestFirst, readPage, type Reader } from '#core/db'
import { jobNotFound, type Job, type JobState } from './contract.ts'
import { cancel } from './queue/cancel.ts'
import type { JobRow, JobsContext } from './queue/job-row.ts'
import { sendAgain } from './queue/send-again.ts'
import { toJobs } from './queue/wire.ts'
import { jobTables } from './schema.ts'

interface Caller {
  id: string
}
interface Filter {
  cursor?: string | undefined
  limit: number
  state?: JobState | undefined
  subject?: string | undefined
  parent?: string | undefined
}
interface ListRequest {
  caller: Caller
  query: Filter
}
interface OneRequest {
  caller: Caller
  params: { jobId: string }
}

const noSuchJob = () => new Problem(jobNotFound, 'There is no such job, or it was finished long ago.')

export function jobHandlers(context: JobsContext, abort: (jobId: string) => void) {
  const { db } = context
  return {
    async listJobs(_: unknown, { caller, query }: ListRequest) {
      const { rows, next } = await readPage(selectMine(db.read, caller.id, query), newestFirst, query)
      return { items: await toJobs(context, db.read, rows), next }
    },
    async getJob(_: unknown, { caller, params }: OneRequest) {
      return one(context, await find(db.read, caller.id, params.jobId))
    },
    async cancelJob(_: unknown, { caller, params }: OneRequest) {
      const running = await db.write(async (tx) => {
        const row = await find(tx, caller.id, params.jobId)
        return cancel(context, tx, { row, actor: caller.id })
      })
      const job = await one(context, await find(db.read, caller.id, params.jobId))
      running.forEach(abort)
      return job
    },
    async retryJob(_: unknown, { caller, params }: OneRequest) {
      const row = await db.write(async (tx) => {
        const stopped = await find(tx, caller.id, params.jobId)
        return sendAgain(context, tx, { row: stopped, actor: caller.id })
      })
      return one(context, row)
    },
  }
}

function selectMine(reader: Reader, owner: string, { state, subject, parent }: Filter) {
  let query = jobTables(reader).selectFrom('jobs').selectAll().where('owner', '=', owner)
  if (state) query = query.where('state', '=', state)
  if (subject) query = query.where('subject', '=', subject)
  if (parent) query = query.where('parent', '=', parent)
  return query
}

async function find(reader: Reader, owner: string, jobId: string): Promise<JobRow> {
  const query = jobTables(reader).selectFrom('jobs').selectAll().where('id', '=', jobId).where('owner', '=', owner)
  const row = await query.executeTakeFirst()
  if (!row) throw noSuchJob()
  return row
}

async function one(context: JobsContext, row: JobRow): Promise<Job> {
  const [job] = await toJobs(context, context.db.read, [row])
  if (!job) throw noSuchJob()
  return job
}
