/** The one cache of replies. Refusals are answers and are not asked again; faults on the way are, twice. */
import { QueryClient, type Query } from '@tanstack/react-query'
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

/** Fetches again what is on the page, because it may have changed. */
export const refetchReplies = () => queryClient.invalidateQueries({ predicate: isPersonal })

/** Drops every reply that was given to the person who was here. */
export function forgetReplies() {
  queryClient.removeQueries({ predicate: isPersonal })
}
