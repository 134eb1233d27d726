/** The one cache of replies. Refusals are answers and are not asked again; faults on the way are, twice. */
import { QueryClient, type Query, type QueryFilters } from '@tanstack/react-query'
import { RefusedError } from '#contract/problem'

const retries = 2
const isAnswer = (error: Error) => error instanceof RefusedError && error.problem.status < 500

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (failures, error) => !isAnswer(error) && failures < retries,
    },
    mutations: { networkMode: 'always' },
  },
})

/** What does not belong to a person and outlives a sign-out. */
const impersonal = ['welcome', 'standing']

const isPersonal = ({ queryKey }: Query) => !impersonal.includes(String(queryKey[0]))

/**
 * Fetches again what is on the page, because it changed. A first fetch that is on its way may have been answered before
 * the change, and the library would let it stand: it is followed by another one.
 */
export async function refetch(filters: QueryFilters) {
  const early = queryClient.getQueryCache().findAll(filters).filter(isFirstOnItsWay)
  await queryClient.invalidateQueries(filters)
  await Promise.all(early.map(({ queryKey }) => queryClient.invalidateQueries({ queryKey, exact: true })))
}

const isFirstOnItsWay = ({ state }: Query) => state.data === undefined && state.fetchStatus === 'fetching'

/** Fetches everything again that is of the person who is here. */
export const refetchReplies = () => refetch({ predicate: isPersonal })

/** Ends what is on its way for the person who is here, who is about to leave: it would only be refused. */
export const stopFetching = () => queryClient.cancelQueries({ predicate: isPersonal })

/** Drops every reply that was given to the person who was here. */
export function forgetReplies() {
  queryClient.removeQueries({ predicate: isPersonal })
}
