/** What the page of exports and imports reads. */
import { queryOptions } from '@tanstack/react-query'
import { refetch } from '../../../../web/data/queries.ts'
import { journey } from '../client.ts'

const everything = ['journey', 'archive']

export const exportQuery = queryOptions({
  queryKey: [...everything, 'export'],
  queryFn: ({ signal }) => journey.getJourneyExport({}, { signal }),
})

export const importQuery = queryOptions({
  queryKey: [...everything, 'import'],
  queryFn: ({ signal }) => journey.getImport({}, { signal }),
})

export const rangeQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...everything, 'range', from, to],
    queryFn: ({ signal }) => journey.countSessions({ query: { from, to } }, { signal }),
  })

export const refetchArchive = () => refetch({ queryKey: everything })
