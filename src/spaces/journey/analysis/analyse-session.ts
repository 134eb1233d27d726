/** The job that understands a session: read it, find what matters, write it down, make sure it can be found. */
import { z } from 'zod'
import { defineJob } from '#core/jobs'
import type { Core } from '../../../core/core.ts'
import { analysisSchema, type Analysis, type Reading } from '../analyser/findings.ts'
import { boundAnalysis } from './bound-analysis.ts'
import { ElementKind } from '../contract.ts'
import { analysisKind, AnalysisPayload } from './queue-analysis.ts'
import { readLexicon } from '../taxonomy/lexicon.ts'
import { readTaxonomyChange } from '../taxonomy/own-words.ts'
import { storeAnalysis } from './store-analysis.ts'
import { findLivingSession } from '../projections/search-source.ts'
import { readTranscript } from '../contents/transcript.ts'

/** Whoever can analyse a text; offline it is a child process. */
export interface Analyser {
  analyse(text: string, reading: Reading, signal: AbortSignal): Promise<Analysis>
  close(): Promise<void>
}

const Kinds = z.array(ElementKind)
/** `taxonomy` is when the person's own words had changed last: what changes them later has not been heeded. */
const Read = z.object({ revision: z.int(), characters: z.int(), taxonomy: z.int().nullable().default(null) })

export const analyseSession = defineJob({
  kind: analysisKind,
  payload: AnalysisPayload,
  steps: ['segment', 'analyse', 'store'],
  async run(core: Core & { analyser: Analyser }, work) {
    const { sessionId, revision } = work.payload
    const read = await work.step('segment', Read, async () => {
      const { text, ...transcript } = await readTranscript(core.db.read, sessionId)
      const taxonomy = (await readTaxonomyChange(core.db.read, work.owner)) ?? null
      return { revision: transcript.revision, characters: text.length, taxonomy }
    })
    if (read.revision !== revision) return
    const analysis = await work.step('analyse', analysisSchema, async () => {
      const { text } = await readTranscript(core.db.read, sessionId)
      return boundAnalysis(await core.analyser.analyse(text, await readingOf(core, sessionId), work.signal))
    })
    const kinds = Kinds.parse(await core.settings.read('journey.kinds', work.owner))
    const about = { owner: work.owner, sessionId, revision, taxonomy: read.taxonomy }
    const storing = { ...about, analysis, kinds, actor: `job:${work.id}` }
    await work.write('store', (tx) => storeAnalysis(core, tx, storing))
  },
})

/** Days in words are counted from the day of the session; a person's own words come first. */
async function readingOf({ db }: Core, sessionId: string): Promise<Reading> {
  const session = await findLivingSession(db.read, sessionId)
  return session ? { day: session.date, lexicon: await readLexicon(db.read, session.owner) } : {}
}
