/** Activity: every job, and the changes that can still be taken back. */
import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { JobState } from '#core/jobs/contract'
import { jobs } from '../data/clients.ts'
import { isUnderWay, jobKeys, pollEvery } from '../data/jobs.ts'
import { useIsLive } from '../data/live.ts'
import { LoadMore } from '../kit/load-more.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { JobCard } from '../kit/job-card.tsx'
import { Page } from '../kit/page.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { GrowingCairn } from '../shell/pictures.tsx'
import { activityWords, jobWords } from '../words.ts'
import { RecentChanges } from './recent-changes.tsx'

type Filter = JobState | 'all'

const filters: { value: Filter; label: string }[] = [
  { value: 'all', label: activityWords.all },
  { value: 'running', label: jobWords.states.running },
  { value: 'queued', label: jobWords.states.queued },
  { value: 'failed', label: jobWords.states.failed },
  { value: 'done', label: jobWords.states.done },
]

export function ActivityPage() {
  const [filter, setFilter] = useState<Filter>('all')
  return (
    <Page title={activityWords.title} lead={activityWords.lead} width="wide">
      <div className="activity">
        <section aria-labelledby="jobs">
          <div className="section-head">
            <h2 id="jobs" className="section-title">
              {activityWords.jobs}
            </h2>
            <SegmentedControl
              aria-label={activityWords.filter}
              data={filters}
              value={filter}
              onChange={(value) => setFilter(value)}
            />
          </div>
          <JobList key={filter} filter={filter} />
        </section>
        <section aria-labelledby="changes">
          <h2 id="changes" className="section-title">
            {activityWords.changes}
          </h2>
          <RecentChanges />
        </section>
      </div>
    </Page>
  )
}

function JobList({ filter }: { filter: Filter }) {
  const list = useJobList(filter)
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={6} />
  const found = list.data.pages.flatMap(({ items }) => items)
  if (found.length === 0) {
    return (
      <EmptyState picture={<GrowingCairn />} title={activityWords.noJobs[filter]} text={activityWords.noJobsText} />
    )
  }
  return (
    <div className="card-list">
      {found.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
      <LoadMore list={list} />
    </div>
  )
}

function useJobList(filter: Filter) {
  const isLive = useIsLive()
  return useInfiniteQuery({
    queryKey: jobKeys.list(`page-${filter}`),
    queryFn: ({ pageParam, signal }) =>
      jobs.listJobs(
        { query: { ...(filter !== 'all' && { state: filter }), ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      !isLive && state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? pollEvery : false,
  })
}

const firstPage = (): string | null => null
