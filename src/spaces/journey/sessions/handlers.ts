/** The endpoints of sessions and their content. */
import type { Handlers } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { addContent, previewContent } from '../contents/contents.ts'
import { readTranscript } from '../contents/transcript.ts'
import { countDuesAnew } from '../analysis/count-dues-anew.ts'
import { queueAnalysis } from '../analysis/queue-analysis.ts'
import { nothingToAnalyse, type sessionsApi } from './contract.ts'
import { binRange, countRange, eraseRange } from './range.ts'
import { listSessions, readProgress, readSession } from './session-pages.ts'
import { createSession, deleteSession, findSession, mineOf, updateSession } from './sessions.ts'

export const sessionHandlers: Handlers<typeof sessionsApi, Core, Caller, Visit> = {
  listSessions: (core, { caller, query }) => listSessions(core, caller.id, query),
  async createSession(core, { caller, body }) {
    const id = await core.db.write((tx) => createSession(core, tx, { ...body, owner: caller.id }))
    return readSession(core, { owner: caller.id, id })
  },
  getSession: (core, request) => readSession(core, mineOf(request)),
  async updateSession(core, { body, ...request }) {
    const mine = mineOf(request)
    const changeId = await core.db.write(async (tx) => {
      const before = await updateSession(core, tx, { ...mine, draft: body })
      await countDuesAnew(core, tx, { ...mine, from: before.date, to: body.date })
      return keep(core, tx, { ...mine, kind: 'journey.session-updated', label: before.title, before })
    })
    return { session: await readSession(core, mine), changeId }
  },
  async deleteSession(core, request) {
    const mine = mineOf(request)
    const changeId = await core.db.write(async (tx) => {
      const { title } = await deleteSession(core, tx, mine)
      return keep(core, tx, { ...mine, kind: 'journey.session-deleted', label: title, before: null })
    })
    return { changeId }
  },
  countSessions: ({ db }, { caller, query }) => countRange(db.read, { ...query, owner: caller.id }),
  deleteSessions: (core, { caller, body: { way, ...range } }) =>
    core.db.write((tx) => (way === 'bin' ? binRange : eraseRange)(core, tx, { ...range, owner: caller.id })),
  addContent: (core, { body, file, query, ...request }) =>
    addContent(core, mineOf(request), { body, file, ...encodingOf(query) }),
  previewContent: (core, { body, file, query }) => previewContent(core, { body, file, ...encodingOf(query) }),
  async getTranscript(core, request) {
    const { id } = await findSession(core.db.read, mineOf(request))
    return readTranscript(core.db.read, id)
  },
  analyseSession: (core, request) => core.db.write((tx) => analyseAgain(core, tx, mineOf(request))),
  getProgress: (core, request) => readProgress(core, mineOf(request)),
}

type Tx = Parameters<Parameters<Core['db']['write']>[0]>[0]

const encodingOf = <E>({ encoding }: { encoding?: E | undefined }) => ({ encoding })

interface Kept {
  owner: string
  id: string
  kind: string
  label: string
  before: unknown
}

const keep = ({ undo }: Core, tx: Tx, { id, ...change }: Kept) => undo.keep(tx, { ...change, subject: id })

async function analyseAgain(core: Core, tx: Tx, mine: { owner: string; id: string }) {
  await findSession(tx, mine)
  const { revision } = await readTranscript(tx, mine.id)
  if (revision === 0) throw new Problem(nothingToAnalyse, 'This session has no text yet. Add some first.')
  return queueAnalysis(core, tx, { ...mine, revision })
}
