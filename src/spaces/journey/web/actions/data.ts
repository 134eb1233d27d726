/** What the pages of actions read, kept fresh by the live connection. */
import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { minute } from '#std/duration'
import { actionsTopic, type Action, type ActionStatus } from '../../contract.ts'
import { useLive } from '../../../../web/data/live.ts'
import { queryClient, refetch } from '../../../../web/data/queries.ts'
import { journey } from '../client.ts'

export const actionKeys = {
  all: ['journey', 'actions'],
  lists: ['journey', 'actions', 'list'],
  one: (actionId: string) => ['journey', 'actions', 'one', actionId],
  summary: ['journey', 'actions', 'summary'],
  questions: ['journey', 'actions', 'questions'],
  change: ['journey', 'actions', 'change'],
}

export interface Filter {
  status?: string
  overdue?: 'true'
  text?: string
  topic?: string
  session?: string
  dueTo?: string
  sort?: 'due' | 'priority' | 'newest'
}

export interface ActionsPage {
  items: Action[]
  next: string | null
}

const atOnce = 50
const begins = (cursor: string | null) => cursor

export function useActions(filter: Filter) {
  return useInfiniteQuery({
    queryKey: [...actionKeys.lists, filter],
    queryFn: ({ pageParam, signal }) =>
      journey.listActions(
        { query: { ...filter, limit: atOnce, ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: begins(null),
    getNextPageParam: ({ next }) => next,
  })
}

export const useSummary = () =>
  useQuery({ queryKey: actionKeys.summary, queryFn: ({ signal }) => journey.summariseActions({}, { signal }) })

export const useQuestions = () =>
  useQuery({
    queryKey: actionKeys.questions,
    queryFn: ({ signal }) => journey.listQuestions({ query: { limit: 20 } }, { signal }),
  })

export const useAction = (actionId: string) =>
  useQuery({
    queryKey: actionKeys.one(actionId),
    queryFn: ({ signal }) => journey.getAction({ actionId }, { signal }),
  })

/** What a line says of when and how often; the same for a minute, for "today" moves on. */
export const understoodQuery = (line: string) =>
  queryOptions({
    queryKey: ['journey', 'understood', line],
    queryFn: ({ signal }) => journey.understandAction({ body: { words: line } }, { signal }),
    staleTime: minute,
  })

/** A change under way shows already what its reply will say, and fetches itself once it is settled. */
export function useActionNews() {
  useLive(actionsTopic, (frame) => {
    if (frame.type === 'event') void refetchActions(0)
  })
}

export async function refetchActions(underWay: number) {
  if (queryClient.isMutating({ mutationKey: actionKeys.change }) > underWay) return
  await refetch({ queryKey: actionKeys.all })
}

export const standing: readonly ActionStatus[] = ['proposed', 'open', 'in-progress']
