/** What the pages of administrators ask for. It is about everybody, so no topic tells of it: it is asked for again. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { jobs } from '../../web/data/clients.ts'
import { refetch } from '../../web/data/queries.ts'
import { admin, health, people } from './clients.ts'

/** In milliseconds. */
const pollEvery = 3_000

const firstPage = (): string | null => null
const cursorOf = (pageParam: string | null) => pageParam !== null && { cursor: pageParam }

const keys = { people: ['admin', 'people'], jobs: ['admin', 'jobs'], configuration: ['admin', 'configuration'] }

export const refetchPeople = () => refetch({ queryKey: keys.people })
export const refetchJobs = () => refetch({ queryKey: keys.jobs })
export const refetchConfiguration = () => refetch({ queryKey: keys.configuration })

export const peopleQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.people, 'list', search],
    queryFn: ({ pageParam, signal }) => people.listPeople({ query: { search, ...cursorOf(pageParam) } }, { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
  })

/** As many as one page of a list may hold: the overview tells no more than that there are more. */
const mostCounted = 100

export const peopleCountQuery = queryOptions({
  queryKey: [...keys.people, 'count'],
  queryFn: async ({ signal }) => {
    const { items, next } = await people.listPeople({ query: { limit: mostCounted } }, { signal })
    return { count: items.length, isMore: next !== null }
  },
})

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: [...keys.people, 'one', personId],
    queryFn: ({ signal }) => people.getPerson({ personId }, { signal }),
    staleTime: 60_000,
  })

export const invitationsQuery = infiniteQueryOptions({
  queryKey: [...keys.people, 'invitations'],
  queryFn: ({ pageParam, signal }) => people.listInvitations({ query: { ...cursorOf(pageParam) } }, { signal }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ next }) => next,
})

export const queueQuery = queryOptions({
  queryKey: [...keys.jobs, 'queue'],
  queryFn: ({ signal }) => jobs.getQueue({}, { signal }),
  refetchInterval: pollEvery,
})

export const deadJobsQuery = infiniteQueryOptions({
  queryKey: [...keys.jobs, 'dead'],
  queryFn: ({ pageParam, signal }) => jobs.listDeadJobs({ query: { ...cursorOf(pageParam) } }, { signal }),
  initialPageParam: firstPage(),
  getNextPageParam: ({ next }) => next,
  refetchInterval: pollEvery,
})

export const healthQuery = queryOptions({
  queryKey: ['admin', 'health'],
  queryFn: ({ signal }) => health.getHealthDetails({}, { signal }),
  refetchInterval: pollEvery,
})

export const consumersQuery = queryOptions({
  queryKey: ['admin', 'consumers'],
  queryFn: ({ signal }) => admin.listConsumers({}, { signal }),
  refetchInterval: pollEvery,
})

export const configurationQuery = queryOptions({
  queryKey: keys.configuration,
  queryFn: ({ signal }) => admin.getConfiguration({}, { signal }),
})
