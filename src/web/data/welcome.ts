/** What the server says to a visitor: its version, its spaces, and whether accounts can be made. */
import { queryOptions } from '@tanstack/react-query'
import { account } from './clients.ts'
import { refetch } from './queries.ts'

export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: ({ signal }) => account.getWelcome({}, { signal }),
  staleTime: 60_000,
})

/** After the first administrator was made, or registration opened or closed. */
export const refetchWelcome = () => refetch({ queryKey: welcomeQuery.queryKey })
