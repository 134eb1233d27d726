/** What the page of patterns reads. It is fetched again when a new reading is done. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { patternsTopic } from '../../patterns/contract.ts'
import { useLive } from '../../../../web/data/live.ts'
import { refetch } from '../../../../web/data/queries.ts'
import { journey } from '../client.ts'

const keys = {
  all: ['journey', 'patterns'],
  list: ['journey', 'patterns', 'list'],
  pictures: (from: string | undefined) => ['journey', 'patterns', 'pictures', from ?? 'all'],
}

export function usePatterns() {
  return useQuery({
    queryKey: keys.list,
    queryFn: ({ signal }) => journey.listPatterns({ query: {} }, { signal }),
  })
}

export function usePictures(from: string | undefined) {
  return useQuery({
    queryKey: keys.pictures(from),
    queryFn: ({ signal }) => journey.getPictures({ query: from === undefined ? {} : { from } }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function usePatternNews() {
  useLive(patternsTopic, (frame) => {
    if (frame.type === 'event') void refetch({ queryKey: keys.all })
  })
}
