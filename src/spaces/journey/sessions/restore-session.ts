/** Puts a deleted session back. An analysis that ended meanwhile left it alone, so what is missing is queued again. */
import type { Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { findLivingSession } from '../projections/search-source.ts'
import { changeSession, type Mine } from './sessions.ts'
import { readTranscript } from '../contents/transcript.ts'

export async function restoreSession(core: Core, tx: Tx, mine: Mine) {
  await changeSession(core, tx, { ...mine, change: { deleted_at: null }, name: 'journey.session-restored' })
  const session = await findLivingSession(tx, mine.id)
  const { revision } = await readTranscript(tx, mine.id)
  if (revision > 0 && session?.analysed_revision !== revision) await queueAnalysis(core, tx, { ...mine, revision })
}
