/** What the Journey pages read, kept fresh by the live connection, by polling while there is none. */
import { keepPreviousData, useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/react-query'
import { jobsTopic } from '#core/jobs/contract'
import { journeyTopic, type Element, type Session } from '../contract.ts'
import { pollEvery } from '../../../web/data/jobs.ts'
import { useIsLive, useLive } from '../../../web/data/live.ts'
import { queryClient, refetch } from '../../../web/data/queries.ts'
import { journey } from './client.ts'

export type Order = 'newest' | 'oldest'

export const journeyKeys = {
  lists: ['journey', 'sessions'],
  list: (order: Order) => ['journey', 'sessions', order],
  latest: ['journey', 'sessions', 'latest'],
  /** Everything about one session but its text. */
  about: (sessionId: string) => ['journey', 'session', sessionId],
  session: (sessionId: string) => ['journey', 'session', sessionId, 'itself'],
  elements: (sessionId: string) => ['journey', 'session', sessionId, 'elements'],
  progress: (sessionId: string) => ['journey', 'session', sessionId, 'progress'],
  graph: (sessionId: string) => ['journey', 'session', sessionId, 'graph'],
  transcript: (sessionId: string, revision: number) => ['journey', 'transcript', sessionId, revision],
  decide: ['journey', 'decide'],
} satisfies Record<string, QueryKey | ((...given: never[]) => QueryKey)>

export function useSessions(order: Order) {
  const isLive = useIsLive()
  return useInfiniteQuery({
    queryKey: journeyKeys.list(order),
    queryFn: ({ pageParam, signal }) =>
      journey.listSessions({ query: { order, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: readCursor(null),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      !isLive && state.data?.pages.some(({ items }) => items.some(isAtWork)) ? pollEvery : false,
  })
}

const readCursor = (cursor: string | null) => cursor

export function useLatestSessions(limit: number) {
  return useQuery({
    queryKey: journeyKeys.latest,
    queryFn: ({ signal }) => journey.listSessions({ query: { limit } }, { signal }),
  })
}

export function useSession(sessionId: string) {
  const isLive = useIsLive()
  return useQuery({
    queryKey: journeyKeys.session(sessionId),
    queryFn: ({ signal }) => journey.getSession({ sessionId }, { signal }),
    refetchInterval: ({ state }) => (!isLive && state.data && isAtWork(state.data) ? pollEvery : false),
  })
}

/** The job of a session that waits, is being read, or was not understood. */
export function useProgress({ id, state, updatedAt }: Session) {
  return useQuery({
    queryKey: [...journeyKeys.progress(id), state, updatedAt],
    queryFn: ({ signal }) => journey.getProgress({ sessionId: id }, { signal }),
    enabled: isAtWork({ state }) || state === 'failed',
    placeholderData: keepPreviousData,
  })
}

/** The text is fetched once for each revision: it can be large, and only adding to it changes it. */
export function useTranscript({ id, revision }: Session) {
  return useQuery({
    queryKey: journeyKeys.transcript(id, revision),
    queryFn: ({ signal }) => journey.getTranscript({ sessionId: id }, { signal }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  })
}

export interface FoundElements {
  items: readonly Element[]
  /** True when there are more than are shown. */
  isCut: boolean
}

export function useElements(session: Session) {
  const isLive = useIsLive()
  return useQuery({
    queryKey: journeyKeys.elements(session.id),
    queryFn: ({ signal }) => listAllElements(session.id, signal),
    // Once more after the session is ready: what is older than the session may lack the last of it.
    refetchInterval: ({ state }) =>
      !isLive && (isAtWork(session) || state.dataUpdatedAt < fetchedAt(session.id)) ? pollEvery : false,
  })
}

const fetchedAt = (sessionId: string) => queryClient.getQueryState(journeyKeys.session(sessionId))?.dataUpdatedAt ?? 0

const mostPages = 20

async function listAllElements(sessionId: string, signal: AbortSignal): Promise<FoundElements> {
  const items: Element[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) }
    const found = await journey.listElements({ sessionId, query }, { signal })
    items.push(...found.items)
    if (found.next === null) return { items, isCut: false }
    cursor = found.next
  }
  return { items, isCut: true }
}

export function useGraph(sessionId: string) {
  return useQuery({
    queryKey: journeyKeys.graph(sessionId),
    queryFn: ({ signal }) => journey.getGraph({ query: { around: sessionId, depth: 2 } }, { signal }),
  })
}

/** Fetches again what the news are about. The state of a session follows its job, so the news of jobs count, too. */
export function useJourneyNews() {
  useLive(journeyTopic, (frame) => {
    if (frame.type === 'event') void refetchSession(frame.payload['sessionId'])
  })
  useLive(jobsTopic, (frame) => {
    if (frame.type === 'event' && frame.payload['kind'] === analysisKind) void refetchSession(frame.payload['subject'])
  })
}

const analysisKind = 'journey.analyse-session'

/** A decision under way already shows what the next reply will say, and fetches itself once it is settled. */
async function refetchSession(sessionId: unknown) {
  if (typeof sessionId !== 'string' || queryClient.isMutating({ mutationKey: journeyKeys.decide }) > 0) return
  await Promise.all([refetch({ queryKey: journeyKeys.about(sessionId) }), refetch({ queryKey: journeyKeys.lists })])
}

export const isAtWork = ({ state }: Pick<Session, 'state'>) => state === 'waiting' || state === 'analysing'
