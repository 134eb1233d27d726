/** The endpoints of jobs. */
import { z } from 'zod'
import { Problem } from '#contract/problem'
import { cursorOf, keyOf, type Reader } from '#core/db'
import { jobFinished, jobNotFound, jobNotStopped, type Job, type JobState } from './contract.ts'
import { announce, withSteps, type JobRow, type JobsContext } from './queue.ts'
import { jobTables } from './schema.ts'

interface Caller {
  id: string
}
interface ListRequest {
  caller: Caller
  query: { cursor?: string | undefined; limit: number; state?: JobState | undefined; subject?: string | undefined }
}
interface OneRequest {
  caller: Caller
  params: { jobId: string }
}

const Key = z.tuple([z.int(), z.string()])
const noSuchJob = () => new Problem(jobNotFound, 'There is no such job, or it was finished long ago.')

export function jobHandlers(context: JobsContext, abort: (jobId: string) => void) {
  return {
    async listJobs(_: unknown, { caller, query }: ListRequest) {
      const rows = await listRows(context.db.read, caller.id, query)
      const items = await withSteps(context, context.db.read, rows.slice(0, query.limit))
      const last = items.at(-1)
      return { items, next: rows.length > query.limit && last ? cursorOf([last.createdAt, last.id]) : null }
    },
    async getJob(_: unknown, { caller, params }: OneRequest) {
      return one(context, await find(context.db.read, caller.id, params.jobId))
    },
    async cancelJob(_: unknown, { caller, params }: OneRequest) {
      const row = await cancel(context, caller.id, params.jobId)
      abort(row.id)
      return one(context, row)
    },
    async retryJob(_: unknown, { caller, params }: OneRequest) {
      return one(context, await retry(context, caller.id, params.jobId))
    },
  }
}

function listRows(reader: Reader, owner: string, { cursor, limit, state, subject }: ListRequest['query']) {
  let query = jobTables(reader).selectFrom('jobs').selectAll().where('owner', '=', owner)
  if (state) query = query.where('state', '=', state)
  if (subject) query = query.where('subject', '=', subject)
  if (cursor) {
    const [at, id] = keyOf(Key, cursor)
    query = query.where((row) => row.or([row('created_at', '<', at), row('created_at', '=', at).and('id', '<', id)]))
  }
  return query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

async function find(reader: Reader, owner: string, jobId: string): Promise<JobRow> {
  const query = jobTables(reader).selectFrom('jobs').selectAll().where('id', '=', jobId).where('owner', '=', owner)
  const row = await query.executeTakeFirst()
  if (!row) throw noSuchJob()
  return row
}

async function one(context: JobsContext, row: JobRow): Promise<Job> {
  const [job] = await withSteps(context, context.db.read, [row])
  if (!job) throw noSuchJob()
  return job
}

function cancel(context: JobsContext, owner: string, jobId: string): Promise<JobRow> {
  return context.db.write(async (tx) => {
    const row = await find(tx, owner, jobId)
    if (row.state !== 'queued' && row.state !== 'running') {
      throw new Problem(jobFinished, 'This job has ended already, so there is nothing to cancel.')
    }
    const state = row.state === 'queued' ? 'cancelled' : 'running'
    const changed: JobRow = { ...row, state, cancel_requested: 1, updated_at: context.now() }
    await jobTables(tx).updateTable('jobs').set(changed).where('id', '=', row.id).execute()
    if (state === 'cancelled') await announce(context, tx, changed)
    return changed
  })
}

function retry(context: JobsContext, owner: string, jobId: string): Promise<JobRow> {
  return context.db.write(async (tx) => {
    const row = await find(tx, owner, jobId)
    if (row.state !== 'failed' && row.state !== 'cancelled') {
      throw new Problem(jobNotStopped, 'Only a job that failed or was cancelled can be tried again.')
    }
    const now = context.now()
    const fresh = {
      state: 'queued',
      failures: 0,
      losses: 0,
      error: null,
      cancel_requested: 0,
      run_at: now,
      updated_at: now,
    }
    const changed: JobRow = { ...row, ...fresh }
    await jobTables(tx).updateTable('jobs').set(fresh).where('id', '=', row.id).execute()
    await announce(context, tx, changed)
    return changed
  })
}
