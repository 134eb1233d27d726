/** Which edges a reader wants: of some days, and between nodes of some kinds. */
import type { ExpressionBuilder } from 'kysely'
import type { Reader } from '#core/db'
import { graphTables, type GraphTables } from './schema.ts'

export interface Filter {
  /** Both ends are of one of these; all kinds unless told. */
  kinds?: readonly string[] | undefined
  /** First and last day, `YYYY-MM-DD`. An edge without a day is of all days. */
  from?: string | undefined
  to?: string | undefined
}

/** `start` is a node that may be of any kind. */
export function selectEdges(reader: Reader, owner: string, { start, ...filter }: Filter & { start?: string }) {
  return graphTables(reader)
    .selectFrom('graph_edges')
    .where('owner', '=', owner)
    .where((edge) => edge.and([...daysOf(edge, filter), ...kindsOf(edge, filter, start)]))
}

type Edge = ExpressionBuilder<GraphTables, 'graph_edges'>

function daysOf(edge: Edge, { from, to }: Filter) {
  return [
    ...(from === undefined ? [] : [edge.or([edge('day', 'is', null), edge('day', '>=', from)])]),
    ...(to === undefined ? [] : [edge.or([edge('day', 'is', null), edge('day', '<=', to)])]),
  ]
}

function kindsOf(edge: Edge, { kinds }: Filter, start: string | undefined) {
  if (kinds === undefined) return []
  return (['source', 'target'] as const).map((end) =>
    edge.or([
      ...kinds.map((kind) => edge(end, 'like', `${kind}:%`)),
      ...(start === undefined ? [] : [edge(end, '=', start)]),
    ]),
  )
}
