/** Adds the jobs that run by themselves. The key of a stretch of time lets it have one. */
import { minute } from '#std/duration'
import type { NewJob } from './enqueue.ts'
import { enqueueAll } from './enqueue.ts'
import type { JobsContext } from './job-row.ts'
import { jobTables } from '../schema.ts'

export async function scheduleDue(context: JobsContext) {
  const due = [...context.registry.kinds.values()].flatMap(({ kind, every, after }) => {
    if (every === undefined) return []
    const slot = Math.floor((context.now() - after) / Math.max(every, minute))
    return [{ kind, owner: '', payload: {}, key: `${kind}@${slot}` }]
  })
  const missing = await withoutKnown(context, due)
  if (missing.length > 0) await context.db.write((tx) => enqueueAll(context, tx, missing))
}

async function withoutKnown<J extends NewJob & { key: string }>({ db }: JobsContext, jobs: readonly J[]) {
  if (jobs.length === 0) return []
  const keys = jobs.map(({ key }) => key)
  const rows = await jobTables(db.read).selectFrom('jobs').select('key').where('key', 'in', keys).execute()
  const known = new Set(rows.map(({ key }) => key))
  return jobs.filter(({ key }) => !known.has(key))
}
