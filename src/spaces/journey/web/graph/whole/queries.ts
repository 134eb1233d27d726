/** The whole graph, fetched again when sessions or the links between them change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { journeyTopic } from '../../../contract.ts'
import { linksTopic } from '../../../graph/contract.ts'
import { useLive } from '../../../../../web/data/live.ts'
import { refetch } from '../../../../../web/data/queries.ts'
import { journey } from '../../client.ts'
import { queryOf, type Asked } from './asked.ts'

const key = ['journey', 'whole-graph']

/** One node with everything that it is joined with in this time, of whatever kind. */
export function useNodeLinks(id: string, { from, to }: Asked) {
  const days = { from, to }
  return useQuery({
    queryKey: [...key, 'around', id, days],
    queryFn: ({ signal }) => {
      const { kinds: _, ...range } = queryOf({ ...days, kinds: [] })
      return journey.getGraph({ query: { around: id, depth: 1, ...range } }, { signal })
    },
  })
}

export function useWholeGraph(asked: Asked) {
  useLive(journeyTopic, ({ type }) => void (type === 'event' && refetch({ queryKey: key })))
  useLive(linksTopic, ({ type }) => void (type === 'event' && refetch({ queryKey: key })))
  return useQuery({
    queryKey: [...key, asked],
    queryFn: ({ signal }) => journey.getGraph({ query: queryOf(asked) }, { signal }),
    placeholderData: keepPreviousData,
  })
}
