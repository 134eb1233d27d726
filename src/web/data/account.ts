/** The account in the cache: where it is signed in, its keys, and the archive of all that is its own. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { FileId } from '#contract/id'
import { mostKeys } from '#core/auth/contract'
import { account, files } from './clients.ts'
import { useLive } from './live.ts'
import { refetch } from './queries.ts'
import { restoreSignIn } from './signed-in.ts'
import { access } from './send.ts'

const everything = ['account']

const firstPage = (): string | null => null

export const signInsQuery = infiniteQueryOptions({
  queryKey: [...everything, 'sign-ins'],
  queryFn: ({ pageParam, signal }) =>
    account.listSignIns({ query: { ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ next }) => next,
})

/** All of them: nobody can have more than fit on one page. */
export const keysQuery = queryOptions({
  queryKey: [...everything, 'keys'],
  queryFn: async ({ signal }) => (await account.listKeys({ query: { limit: mostKeys } }, { signal })).items,
})

export const scopesQuery = queryOptions({
  queryKey: [...everything, 'scopes'],
  queryFn: async ({ signal }) => (await account.listScopes({}, { signal })).items,
  staleTime: Infinity,
})

export const exportQuery = queryOptions({
  queryKey: [...everything, 'export'],
  queryFn: ({ signal }) => account.getExport({}, { signal }),
})

export const refetchAccount = () => refetch({ queryKey: everything })

/** Fetches again what is on the page whenever something happens to the account, here or elsewhere. */
export function useAccountNews() {
  useLive('account', () => void refetchAccount())
}

/** A path that opens the file for whoever holds it, for an hour. */
export const linkTo = async (fileId: FileId) => (await files.linkFile({ fileId, body: {} })).path

/** A new password ends all sign-ins of its person, who may be the one at this page. */
export async function resetPassword(reset: { token: string; newPassword: string }) {
  await account.resetPassword({ body: reset })
  if (access.read().state === 'signed-in') await restoreSignIn()
}
