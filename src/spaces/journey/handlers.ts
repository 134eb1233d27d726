/** The endpoints of Journey. */
import type { z } from 'zod'
import type { Handlers } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import type { Caller } from '#core/auth'
import type { Neighbourhood } from '#core/graph'
import type { Visit } from '#core/http'
import type { Core } from '../../core/core.ts'
import { addContent, previewContent } from './contents/contents.ts'
import { GraphEdge, GraphNode, nothingToAnalyse, type journeyApi } from './contract.ts'
import { decideElement, listElements } from './elements/elements.ts'
import { sessionNodeId } from './projections/graph-source.ts'
import { queueAnalysis } from './analysis/queue-analysis.ts'
import { listSessions, readProgress, readSession } from './sessions/session-pages.ts'
import { createSession, deleteSession, findSession, noSuchSession, updateSession } from './sessions/sessions.ts'
import { readTranscript } from './contents/transcript.ts'

const mostNodes = 120

export const journeyHandlers: Handlers<typeof journeyApi, Core, Caller, Visit> = {
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
  addContent: (core, { body, file, query, ...request }) =>
    addContent(core, mineOf(request), { body, file, ...encodingOf(query) }),
  previewContent: (core, { body, file, query }) => previewContent(core, { body, file, ...encodingOf(query) }),
  async getTranscript(core, request) {
    const { id } = await findSession(core.db.read, mineOf(request))
    return readTranscript(core.db.read, id)
  },
  listElements: (core, { query, ...request }) => listElements(core.db.read, mineOf(request), query),
  decideElement: (core, { caller, params, body }) =>
    core.db.write((tx) => decideElement(core, tx, { owner: caller.id, id: params.elementId, decision: body })),
  analyseSession: (core, request) => core.db.write((tx) => analyseAgain(core, tx, mineOf(request))),
  getProgress: (core, request) => readProgress(core, mineOf(request)),
  getGraph: (core, { caller, query }) => readGraph(core, caller.id, query),
}

type Tx = Parameters<Parameters<Core['db']['write']>[0]>[0]
interface OfSession {
  caller: { id: string }
  params: { sessionId: string }
}

const mineOf = ({ caller, params }: OfSession) => ({ owner: caller.id, id: params.sessionId })

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

async function readGraph(core: Core, owner: string, { around, depth }: { around: string; depth: number }) {
  const id = around.includes(':') ? around : sessionNodeId(around)
  const found = await core.graph.neighbourhood({ owner, id, depth, most: mostNodes })
  if (!found) throw noSuchSession()
  return toWire(found)
}

function toWire({ nodes, edges, isCut }: Neighbourhood): {
  nodes: z.infer<typeof GraphNode>[]
  edges: z.infer<typeof GraphEdge>[]
  isCut: boolean
} {
  return { nodes: nodes.map((node) => GraphNode.parse(node)), edges: edges.map((edge) => GraphEdge.parse(edge)), isCut }
}
