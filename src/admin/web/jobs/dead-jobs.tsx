/** Jobs that failed every time: why, whose, and a way to send them again. */
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { mostSentAgain, type DeadJob } from '#core/jobs/contract'
import { jobs } from '../../../web/data/clients.ts'
import { LoadMore } from '../../../web/kit/load-more.tsx'
import { describeAgo } from '../../../web/kit/ago.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { FailureIcon, RetryIcon } from '../../../web/kit/icons.tsx'
import { describeProblem, Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import { tell } from '../../../web/kit/undo-toast.tsx'
import { GrowingCairn } from '../../../web/shell/pictures.tsx'
import { sectionOf } from '../keep-focus.ts'
import { deadJobsQuery, personQuery, queueQuery, refetchJobs } from '../queries.ts'
import { words } from '../words.ts'
import { useKindWords } from './kind-words.ts'

const { jobs: texts } = words

export function DeadJobs() {
  const list = useInfiniteQuery(deadJobsQuery)
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={4} />
  const dead = list.data.pages.flatMap(({ items }) => items)
  if (dead.length === 0) return <EmptyState picture={<GrowingCairn />} title={texts.noDead} text={texts.noDeadText} />
  return (
    <div className="card-list">
      <WholeKinds />
      {dead.map((job) => (
        <DeadJobCard key={job.id} job={job} now={list.dataUpdatedAt} />
      ))}
      <LoadMore list={list} />
    </div>
  )
}

function useSending<T>(send: () => Promise<T>, onSent: (answer: T) => void) {
  return useMutation({
    mutationFn: send,
    onSuccess: onSent,
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: refetchJobs,
  })
}

const leaving = (act: () => void) => (event: MouseEvent<HTMLElement>) => {
  sectionOf(event.currentTarget)?.focus()
  act()
}

/** A button for each kind of which several stopped. */
function WholeKinds() {
  const { data } = useQuery(queueQuery)
  const several = (data?.kinds ?? []).filter(({ failed }) => failed > 1)
  if (several.length === 0) return null
  return (
    <div className="admin-kinds">
      {several.map(({ kind, failed }) => (
        <SendAll key={kind} kind={kind} count={failed} />
      ))}
    </div>
  )
}

function SendAll({ kind, count }: { kind: string; count: number }) {
  const name = useKindWords()(kind)
  const send = useSending(
    () => jobs.sendDeadJobsAgain({ body: { kind } }),
    ({ sent }) => tell(texts.sent(sent)),
  )
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<RetryIcon size={16} />}
      loading={send.isPending}
      onClick={leaving(send.mutate)}
    >
      {texts.sendAll(Math.min(count, mostSentAgain), name)}
    </Button>
  )
}

function DeadJobCard({ job: { id, kind, owner, attempt, error, at }, now }: { job: DeadJob; now: number }) {
  const name = useKindWords()(kind)
  const send = useSending(
    () => jobs.sendDeadJobAgain({ jobId: id }),
    () => tell(texts.sent(1)),
  )
  return (
    <article className="admin-dead" aria-label={name}>
      <FailureIcon size={22} />
      <div className="admin-dead-words">
        <h3 className="admin-name">{name}</h3>
        <p className="admin-error">{error ?? texts.noReason}</p>
        <p className="quiet">
          <Owner id={owner} />, <time dateTime={new Date(at).toISOString()}>{describeAgo(at, now)}</time>,{' '}
          {texts.tries(attempt)}
        </p>
      </div>
      <Button
        size="sm"
        variant="default"
        leftSection={<RetryIcon size={16} />}
        aria-label={texts.sendOneAgain(name)}
        loading={send.isPending}
        onClick={leaving(send.mutate)}
      >
        {texts.sendAgain}
      </Button>
    </article>
  )
}

/** Nobody owns what Cairn does for itself. */
function Owner({ id }: { id: string }) {
  const { data, isError } = useQuery({ ...personQuery(id), enabled: id !== '' })
  if (id === '') return texts.ofCairn
  if (isError) return texts.ofSomebody
  return data ? texts.of(data.name) : '…'
}
