/** Home: a greeting, what is running, and what each space has to show. */
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { jobs } from '../data/clients.ts'
import { jobKeys, useRunningJobs } from '../data/jobs.ts'
import { useSpaces } from '../data/running-spaces.ts'
import { useSignedIn } from '../data/signed-in.ts'
import { JobCard } from '../kit/job-card.tsx'
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { homeWords, titleOf, trayWords } from '../words.ts'
import { FirstSteps } from './first-steps-list.tsx'
import { SampleNotice } from './sample.tsx'

const today = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

export function HomePage() {
  const { person } = useSignedIn()
  const now = new Date()
  return (
    <div className="page home" data-width="wide">
      <title>{titleOf(homeWords.title)}</title>
      <header className="home-header">
        <p className="home-date">{today.format(now)}</p>
        <h1 className="home-greeting">{homeWords.greet(now.getHours(), person.name)}</h1>
      </header>
      <SampleNotice />
      <Beginning />
      <Running />
      <Panels />
    </div>
  )
}

/** Whoever has never started anything is shown what to try. */
function Beginning() {
  const { data } = useQuery({
    queryKey: jobKeys.list('newest'),
    queryFn: ({ signal }) => jobs.listJobs({ query: { limit: 1 } }, { signal }),
  })
  if (data?.items.length !== 0) return null
  return (
    <section aria-labelledby="beginning">
      <h2 id="beginning" className="section-title">
        {homeWords.beginning}
      </h2>
      <FirstSteps />
    </section>
  )
}

function Running() {
  const running = useRunningJobs()
  if (running.length === 0) return null
  return (
    <section aria-labelledby="running">
      <h2 id="running" className="section-title">
        {trayWords.title}
      </h2>
      <div className="card-list">
        {running.map((job) => (
          <JobCard key={job.id} job={job} compact />
        ))}
      </div>
    </section>
  )
}

function Panels() {
  return useSpaces().map(
    ({ name, homePanel: Panel }) =>
      Panel && (
        <Suspense key={name} fallback={<SkeletonLines />}>
          <Panel />
        </Suspense>
      ),
  )
}
