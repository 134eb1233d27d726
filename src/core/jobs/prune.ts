/** Keeps the table small: jobs that ended long ago are removed. */
import { z } from 'zod'
import { day } from '#std/duration'
import type { JobDefinition, JobsNeeds } from './definition.ts'
import { jobTables } from './schema.ts'

const keptFor = 30 * day
const payload = z.object({})

export const pruneFinished: JobDefinition<typeof payload, JobsNeeds> = {
  kind: 'jobs.prune-finished',
  payload,
  steps: ['prune'],
  every: day,
  async run({ now }, work) {
    await work.write('prune', async (tx) => {
      await jobTables(tx)
        .deleteFrom('jobs')
        .where('state', 'in', ['done', 'failed', 'cancelled'])
        .where('updated_at', '<', now() - keptFor)
        .execute()
    })
  },
}
