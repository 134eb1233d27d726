/** What the pages of the report read. */
import { queryOptions } from '@tanstack/react-query'
import { refetch } from '../../../../web/data/queries.ts'
import { journey } from '../client.ts'
import type { DaySpan } from './spans.ts'

const sharesKey = ['journey', 'shares']

export const reportQuery = ({ from, to }: DaySpan) =>
  queryOptions({
    queryKey: ['journey', 'report', from, to],
    queryFn: async ({ signal }) => (await journey.getReport({ query: { from, to } }, { signal })).report,
  })

export const sharesQuery = queryOptions({
  queryKey: sharesKey,
  queryFn: async ({ signal }) => (await journey.listShares({}, { signal })).items,
})

export const refetchShares = () => refetch({ queryKey: sharesKey })

export const sharedQuery = (secret: string) =>
  queryOptions({
    queryKey: ['journey', 'shared', secret],
    queryFn: ({ signal }) => journey.openShare({ body: { secret } }, { signal }),
    staleTime: Infinity,
    retry: false,
  })
