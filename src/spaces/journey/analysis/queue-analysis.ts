/** Queues the analysis of a session as it stands now. */
import { z } from 'zod'
import type { Tx } from '#core/db'
import type { Job } from '#core/jobs/contract'
import type { Core } from '../../../core/core.ts'
import { journeyTables } from '../schema.ts'
import type { Mine } from '../sessions/sessions.ts'

export const analysisKind = 'journey.analyse-session'

/** The revision of the transcript that is to be read; a newer one has a job of its own. */
export const AnalysisPayload = z.object({ sessionId: z.string(), revision: z.int() })

export async function queueAnalysis(
  { jobs }: Pick<Core, 'jobs'>,
  tx: Tx,
  about: Mine & { revision: number },
): Promise<Job> {
  const { owner, id, revision } = about
  const payload: z.infer<typeof AnalysisPayload> = { sessionId: id, revision }
  const session = journeyTables(tx).selectFrom('journey_sessions').select('title').where('id', '=', id)
  const { title: label } = await session.executeTakeFirstOrThrow()
  const job = await jobs.enqueue(tx, { kind: analysisKind, owner, subject: id, label, payload })
  await journeyTables(tx).updateTable('journey_sessions').set({ job_id: job.id }).where('id', '=', id).execute()
  return job
}
