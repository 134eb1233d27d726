/** Days in words are counted from the day of a session: when that changes, the text is read again. */
import type { Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { readTranscript } from '../contents/transcript.ts'
import type { Mine } from '../sessions/sessions.ts'
import { queueAnalysis } from './queue-analysis.ts'

interface Moved extends Mine {
  from: string
  to: string | undefined
}

export async function countDuesAnew(core: Pick<Core, 'jobs'>, tx: Tx, { owner, id, from, to }: Moved) {
  if (to === undefined || to === from) return
  const { revision } = await readTranscript(tx, id)
  if (revision > 0) await queueAnalysis(core, tx, { owner, id, revision })
}
