/**
 * Journey in the graph. A session gives rise to what is found in it, to the edge to the session after it, and to the
 * links that begin in it: a part each, so that each is renewed when what it was derived from changes.
 */
import type { GraphSource } from '#core/graph'
import { linkGraph } from './link-graph.ts'
import { orderGraph } from './order-graph.ts'
import { sessionGraph } from './session-graph.ts'

export const journeyGraph: readonly GraphSource[] = [sessionGraph, orderGraph, linkGraph]
