/** The endpoints of the taxonomy. */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { readTranscript } from '../contents/transcript.ts'
import type { taxonomyApi } from './contract.ts'
import { addTopic, addWord, changeTopic, listStale, readTaxonomy, removeTopic, removeWord } from './taxonomy.ts'

export const taxonomyHandlers: Handlers<typeof taxonomyApi, Core, Caller, Visit> = {
  getTaxonomy: ({ db }, { caller }) => readTaxonomy(db.read, caller.id),
  addTopic: (core, { caller: { id: owner }, body }) =>
    core.db.write(async (tx) => {
      await addTopic(core, tx, { ...body, owner })
      return readTaxonomy(tx, owner)
    }),
  changeTopic: (core, { caller: { id: owner }, params, body }) =>
    core.db.write(async (tx) => {
      await changeTopic(core, tx, { ...body, owner, id: params.topicId })
      return readTaxonomy(tx, owner)
    }),
  removeTopic: (core, { caller: { id: owner }, params }) =>
    core.db.write(async (tx) => {
      const before = await removeTopic(core, tx, { owner, id: params.topicId })
      const { id: subject, label } = before.topic
      const changeId = await core.undo.keep(tx, { kind: 'journey.topic-removed', owner, subject, label, before })
      return { taxonomy: await readTaxonomy(tx, owner), changeId }
    }),
  addWord: (core, { caller: { id: owner }, body }) =>
    core.db.write(async (tx) => {
      await addWord(core, tx, { ...body, owner })
      return readTaxonomy(tx, owner)
    }),
  removeWord: (core, { caller: { id: owner }, params }) =>
    core.db.write(async (tx) => {
      const before = await removeWord(core, tx, { owner, id: params.wordId })
      const about = { kind: 'journey.word-removed', owner, subject: before.id, label: before.term }
      const changeId = await core.undo.keep(tx, { ...about, before })
      return { taxonomy: await readTaxonomy(tx, owner), changeId }
    }),
  readAgain: (core, { caller: { id: owner } }) =>
    core.db.write(async (tx) => {
      const stale = await listStale(tx, owner)
      for (const id of stale) {
        const { revision } = await readTranscript(tx, id)
        await queueAnalysis(core, tx, { owner, id, revision })
      }
      return { sessions: stale.length }
    }),
}
