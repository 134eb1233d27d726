/** Removes jobs whose subject is erased for good: their payloads, labels and stored steps may hold parts of it. */
import type { Tx } from '#core/db'
import { chunksOf } from '#std/list'
import { jobTables } from '../schema.ts'

const mostInOneStatement = 200

/** By id, and by subject. */
export async function forgetJobs(tx: Tx, owner: string, ids: readonly string[]) {
  for (const some of chunksOf(ids, mostInOneStatement)) {
    const query = jobTables(tx).deleteFrom('jobs').where('owner', '=', owner)
    await query.where((job) => job.or([job('id', 'in', some), job('subject', 'in', some)])).execute()
  }
}
