/** Edges of one type between the same nodes, from several origins, as one. */
import type { selectEdges } from './filter.ts'

/** Most edges that are joined into one answer. */
export const mostEdges = 2000

/** The heaviest first; `times` counts how many they are. */
export const joinEdges = (edges: ReturnType<typeof selectEdges>) =>
  edges
    .select(['source', 'target', 'type'])
    .select(({ fn }) => [fn.sum<number>('weight').as('weight'), fn.countAll<number>().as('times')])
    .groupBy(['source', 'target', 'type'])
    .orderBy('weight', 'desc')
    .orderBy('source')
    .orderBy('target')
    .orderBy('type')
    .limit(mostEdges)
