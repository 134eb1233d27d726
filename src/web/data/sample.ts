/** Sample content: whether it is there, adding it, and taking it away again. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { sample } from './clients.ts'
import { queryClient, refetchReplies } from './queries.ts'

const key = ['sample']

export const useSample = () => useQuery({ queryKey: key, queryFn: ({ signal }) => sample.getSample({}, { signal }) })

export const useLoadSample = () => useChange(sample.loadSample)
export const useRemoveSample = () => useChange(sample.removeSample)

/** Everything on the page may be of it, so everything is fetched again. */
function useChange(change: typeof sample.loadSample) {
  return useMutation({
    mutationFn: () => change(),
    async onSuccess(standing) {
      queryClient.setQueryData(key, standing)
      await refetchReplies()
    },
  })
}
