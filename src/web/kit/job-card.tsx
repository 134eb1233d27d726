/** A job as a card: its steps in words, how far it is, cancel, and after a failure what was kept and "Try again". */
import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Job } from '#core/jobs/contract'
import type { JobWords } from '../space.ts'
import { jobs } from '../data/clients.ts'
import { isUnderWay, jobKeys, useJob } from '../data/jobs.ts'
import { queryClient, refetch } from '../data/queries.ts'
import { findJobWords, useSpaces } from '../data/running-spaces.ts'
import { jobWords, kitWords } from '../words.ts'
import { JobCairn } from './job-cairn.tsx'
import { describeJob, progressOf } from './job-sentence.ts'
import { CheckIcon, ClockIcon, CloseIcon, FailureIcon, RetryIcon } from './icons.tsx'
import { TextLink } from './link.tsx'
import { describeProblem } from './problem.tsx'
import { tell } from './undo-toast.tsx'
import { When } from './when.tsx'

interface JobCardProps {
  job: Job
  /** For the tray and for narrow places: no dates, no list of steps. */
  compact?: boolean
}

export function JobCard({ job: given, compact = false }: JobCardProps) {
  const job = useJob(given)
  const words: JobWords = findJobWords(useSpaces(), job.kind) ?? { title: job.kind, steps: {} }
  return (
    <article
      className="job-card"
      data-state={job.state}
      data-compact={compact}
      aria-label={[words.title, job.label].filter(Boolean).join(': ')}
    >
      <JobCairn job={job} />
      <div className="job-card-body">
        <div className="job-card-head">
          <JobTitle job={job} words={words} />
          {!compact && <When at={job.createdAt} />}
        </div>
        {job.label !== null && <p className="job-card-label">{job.label}</p>}
        <JobState job={job} stepWords={words.steps} />
      </div>
      <JobAction job={job} />
    </article>
  )
}

function JobTitle({ job, words: { title, pathOf } }: { job: Job; words: JobWords }) {
  const path = job.subject === null ? undefined : pathOf?.(job.subject)
  return <h3 className="job-card-title">{path === undefined ? title : <TextLink to={path}>{title}</TextLink>}</h3>
}

const stateIcons = {
  queued: ClockIcon,
  running: null,
  waiting: ClockIcon,
  done: CheckIcon,
  failed: FailureIcon,
  cancelled: CloseIcon,
}

function JobState({ job, stepWords }: { job: Job; stepWords: Record<string, string> }) {
  const { sentence, detail } = describeJob(job, stepWords)
  const Picture = stateIcons[job.state]
  return (
    <>
      <p className="job-card-sentence" role="status">
        {Picture && <Picture size={18} />}
        {sentence}
      </p>
      {isUnderWay(job) && (
        <Progress value={progressOf(job) * 100} size="sm" radius="xl" aria-label={jobWords.progress} />
      )}
      {detail !== undefined && <p className="job-card-detail">{detail}</p>}
    </>
  )
}

function JobAction({ job }: { job: Job }) {
  const change = useMutation({
    mutationFn: (act: typeof jobs.cancelJob) => act({ jobId: job.id }),
    onSuccess: (changed) => queryClient.setQueryData(jobKeys.one(job.id), changed),
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: () => refetch({ queryKey: jobKeys.lists }),
  })
  if (isUnderWay(job)) {
    return (
      <Button size="sm" variant="subtle" loading={change.isPending} onClick={() => change.mutate(jobs.cancelJob)}>
        {kitWords.cancel}
      </Button>
    )
  }
  if (job.state === 'done') return null
  return (
    <Button
      size="sm"
      variant="default"
      leftSection={<RetryIcon size={16} />}
      loading={change.isPending}
      onClick={() => change.mutate(jobs.retryJob)}
    >
      {kitWords.tryAgain}
    </Button>
  )
}
