/** The endpoints of the graph. */
import type { z } from 'zod'
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Visit } from '#core/http'
import type { Core } from '../../../core/core.ts'
import { noSuchSession } from '../sessions/sessions.ts'
import { GraphKind, type graphApi } from './contract.ts'
import { sessionNodeId } from './node-ids.ts'
import { readDays, toWire } from './wire.ts'

/** The limit stands in docs/limits.md. */
const mostNodes = 150

export const graphHandlers: Handlers<typeof graphApi, Core, Caller, Visit> = {
  getGraph: async (core, { caller, query }) => ({
    ...(await toWire(core.db.read, caller.id, await readGraph(core, caller.id, query))),
    days: await readDays(core.db.read, caller.id),
  }),
}

type Query = z.output<(typeof graphApi)['getGraph']['query'] & z.ZodType>

async function readGraph({ graph }: Core, owner: string, { around, depth, kinds, from, to }: Query) {
  const asked = { owner, from, to, most: mostNodes }
  if (around === undefined) return graph.overview({ ...asked, kinds: kinds ?? named })
  const id = around.includes(':') ? around : sessionNodeId(around)
  const found = await graph.neighbourhood({ ...asked, id, depth, kinds })
  if (!found) throw noSuchSession()
  return found
}

/** Everything hangs on the person, who would only be in the way. */
const named = GraphKind.options.filter((kind) => kind !== 'person')
