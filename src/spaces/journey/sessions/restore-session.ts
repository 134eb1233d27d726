/** Puts sessions back: deleted ones, and ones whose facts were changed. What then has to be read again is queued. */
import type { Tx } from '#core/db'
import type { Core } from '../../../core/core.ts'
import { countDuesAnew } from '../analysis/count-dues-anew.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { findLivingSession } from '../projections/search-source.ts'
import { journeyTables } from '../schema.ts'
import { changeSession, type Mine, type SessionFacts } from './sessions.ts'
import { readTranscript } from '../contents/transcript.ts'

/** An analysis that ended while the session was deleted left it alone. */
export async function restoreSession(core: Core, tx: Tx, mine: Mine) {
  await changeSession(core, tx, { ...mine, change: { deleted_at: null }, name: 'journey.session-restored' })
  const session = await findLivingSession(tx, mine.id)
  const { revision } = await readTranscript(tx, mine.id)
  if (revision > 0 && session?.analysed_revision !== revision) await queueAnalysis(core, tx, { ...mine, revision })
}

export async function restoreFacts(core: Core, tx: Tx, { facts, ...mine }: Mine & { facts: SessionFacts }) {
  const session = await findLivingSession(tx, mine.id)
  await changeSession(core, tx, { ...mine, change: facts, name: 'journey.session-updated' })
  if (session) await countDuesAnew(core, tx, { ...mine, from: session.date, to: facts.date })
}

/** Puts back those that were deleted together; what was erased meanwhile stays away. */
export async function restoreSessions(core: Core, tx: Tx, { owner, ids }: { owner: string; ids: readonly string[] }) {
  for (const id of ids) if (await isInBin(tx, { owner, id })) await restoreSession(core, tx, { owner, id })
}

async function isInBin(tx: Tx, { owner, id }: Mine) {
  const query = journeyTables(tx).selectFrom('journey_sessions').select('id').where('id', '=', id)
  return (await query.where('owner', '=', owner).where('deleted_at', 'is not', null).executeTakeFirst()) !== undefined
}
