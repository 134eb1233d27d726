/** How the queue stands by kind, with a way to hold a kind back. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { KindStanding } from '#core/jobs/contract'
import { jobs } from '../../../web/data/clients.ts'
import { describeAgo } from '../../../web/kit/ago.ts'
import { PauseIcon, ResumeIcon } from '../../../web/kit/icons.tsx'
import { describeProblem, Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import { tell } from '../../../web/kit/undo-toast.tsx'
import { queueQuery, refetchJobs } from '../queries.ts'
import { Cell, Row, Table } from '../table.tsx'
import { words } from '../words.ts'
import { useKindWords } from './kind-words.ts'

const { jobs: texts } = words
const numbers = new Intl.NumberFormat()

const columns = {
  kind: { label: texts.columns.kind },
  queued: { label: texts.columns.queued, kind: 'figure' },
  running: { label: texts.columns.running, kind: 'figure' },
  waiting: { label: texts.columns.waiting, kind: 'figure' },
  failed: { label: texts.columns.failed, kind: 'figure' },
  oldest: { label: texts.columns.oldest },
  acts: { label: texts.columns.acts, kind: 'acts' },
} as const

export function Queue() {
  const { data, error, refetch, dataUpdatedAt } = useQuery(queueQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={6} />
  return (
    <Table label={texts.table} columns={Object.values(columns)}>
      {data.kinds.map((standing) => (
        <KindRow key={standing.kind} standing={standing} now={dataUpdatedAt} />
      ))}
    </Table>
  )
}

const counted = ['queued', 'running', 'waiting', 'failed'] as const

function KindRow({ standing, now }: { standing: KindStanding; now: number }) {
  const { kind, oldestDue, paused } = standing
  const name = useKindWords()(kind)
  return (
    <Row
      head={
        <>
          <span className="admin-name">{name}</span>
          {name !== kind && <code className="admin-code">{kind}</code>}
          {paused && (
            <span className="admin-state" data-status="degraded">
              <PauseIcon size={18} />
              {texts.paused} {texts.since(describeAgo(paused.at, now))}
            </span>
          )}
        </>
      }
    >
      {counted.map((state) => (
        <Cell key={state} column={columns[state]}>
          <span data-none={standing[state] === 0}>{numbers.format(standing[state])}</span>
        </Cell>
      ))}
      <Cell column={columns.oldest}>
        {oldestDue === null ? <span data-none>{texts.none}</span> : describeAgo(oldestDue, now)}
      </Cell>
      <Cell column={columns.acts}>
        <PauseButton kind={kind} name={name} isPaused={paused !== null} />
      </Cell>
    </Row>
  )
}

function PauseButton({ kind, name, isPaused }: { kind: string; name: string; isPaused: boolean }) {
  const change = useMutation({
    mutationFn: () => (isPaused ? jobs.resumeKind({ kind }) : jobs.pauseKind({ kind })),
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: refetchJobs,
  })
  const Picture = isPaused ? ResumeIcon : PauseIcon
  return (
    <Button
      size="sm"
      variant={isPaused ? 'light' : 'subtle'}
      leftSection={<Picture size={16} />}
      aria-label={isPaused ? texts.resumeKind(name) : texts.pauseKind(name)}
      loading={change.isPending}
      onClick={() => change.mutate()}
    >
      {isPaused ? texts.resume : texts.pause}
    </Button>
  )
}
