/** Jobs in the cache: kept fresh by the live connection, by polling while there is none. */
import { useQuery } from '@tanstack/react-query'
import { Job, jobsTopic, type JobState } from '#core/jobs/contract'
import { jobs } from './clients.ts'
import { useIsLive, useLive } from './live.ts'
import { queryClient, refetch } from './queries.ts'
import { findJobWords, useSpaces } from './running-spaces.ts'

/** How often running work is asked about while the live connection is down, in milliseconds. */
export const pollEvery = 2_000

/** In the order of the tray. */
const openStates: readonly JobState[] = ['running', 'waiting', 'queued']

export const isUnderWay = ({ state }: { state: JobState }) => openStates.includes(state)

export const jobKeys = {
  lists: ['jobs', 'list'],
  list: (filter: string) => ['jobs', 'list', filter],
  one: (id: string) => ['jobs', 'one', id],
}

/** The newest that is known of a job, starting from what the caller has. */
export function useJob(given: Job): Job {
  const isLive = useIsLive()
  const { data } = useQuery({
    queryKey: jobKeys.one(given.id),
    queryFn: ({ signal }) => jobs.getJob({ jobId: given.id }, { signal }),
    initialData: given,
    initialDataUpdatedAt: given.updatedAt,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (!isLive && state.data && isUnderWay(state.data) ? pollEvery : false),
  })
  return pickNewer(data, given)
}

const pickNewer = (kept: Job, given: Job) => (given.updatedAt > kept.updatedAt ? given : kept)

/** Jobs that wait or run, for the tray, without those that nobody asked for. */
export function useRunningJobs(): readonly Job[] {
  const isLive = useIsLive()
  const spaces = useSpaces()
  const { data } = useQuery({
    queryKey: jobKeys.list('under-way'),
    queryFn: async ({ signal }) => {
      const list = (state: JobState) => jobs.listJobs({ query: { state, limit: 50 } }, { signal })
      const pages = await Promise.all(openStates.map(list))
      return pages.flatMap(({ items }) => items)
    },
    refetchInterval: ({ state }) => (!isLive && state.data?.some(isUnderWay) ? pollEvery : false),
  })
  return (data ?? []).filter(({ kind }) => findJobWords(spaces, kind)?.isQuiet !== true)
}

/** Feeds the cache from the jobs topic; mounted once, by the shell. */
export function useJobNews() {
  useLive(jobsTopic, (frame) => {
    if (frame.type === 'signal') keepJob(frame.payload)
    if (frame.type === 'event') refetchJob(frame.entity)
  })
}

function keepJob(payload: unknown) {
  const { data: job } = Job.safeParse(payload)
  if (job) queryClient.setQueryData<Job>(jobKeys.one(job.id), (kept) => (kept ? pickNewer(kept, job) : job))
}

function refetchJob(id: string) {
  void refetch({ queryKey: jobKeys.one(id) })
  void refetch({ queryKey: jobKeys.lists })
}
