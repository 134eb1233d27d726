/** A job as a card: its steps in words, how far it is, cancel, and after a failure what was kept and "Try again". */
import { Button, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Job } from '#core/jobs/contract'
import { jobs } from '../data/clients.ts'
import { isUnderWay, jobKeys, useJob } from '../data/jobs.ts'
import { queryClient } from '../data/queries.ts'
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
  const words = findJobWords(useSpaces(), job.kind)
  const title = words?.title ?? job.kind
  return (
    <article className="job-card" data-state={job.state} data-compact={compact} aria-label={title}>
      <JobCairn job={job} />
      <div className="job-card-body">
        <div className="job-card-head">
          <h3 className="job-card-title">
            <JobTitle title={title} path={job.subject === null ? undefined : words?.pathOf?.(job.subject)} />
          </h3>
          {!compact && <When at={job.createdAt} />}
        </div>
        <JobState job={job} stepWords={words?.steps ?? {}} />
      </div>
      <JobAction job={job} />
    </article>
  )
}

function JobTitle({ title, path }: { title: string; path: string | undefined }) {
  return path === undefined ? title : <TextLink to={path}>{title}</TextLink>
}

const stateIcons = { queued: ClockIcon, running: null, done: CheckIcon, failed: FailureIcon, cancelled: CloseIcon }

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
    onSettled: () => queryClient.invalidateQueries({ queryKey: jobKeys.lists }),
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
