/** All that is mine in one archive: asked for, followed as a job, and downloaded. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Archive } from '#core/auth/contract'
import { exportQuery, linkTo, refetchAccount } from '../../data/account.ts'
import { account } from '../../data/clients.ts'
import { isUnderWay, pollEvery } from '../../data/jobs.ts'
import { useIsLive } from '../../data/live.ts'
import { DownloadIcon } from '../../kit/icons.tsx'
import { JobCard } from '../../kit/job-card.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton-lines.tsx'
import { When } from '../../kit/when.tsx'
import { exportWords } from './words.ts'

export function Export() {
  const isLive = useIsLive()
  const { data, error, refetch } = useQuery({
    ...exportQuery,
    refetchInterval: ({ state }) => (!isLive && state.data?.job && isUnderWay(state.data.job) ? pollEvery : false),
  })
  const start = useMutation({ mutationFn: () => account.exportAccount(), onSuccess: refetchAccount })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={2} />
  const { archive, job } = data
  const isPacking = job !== null && archive === null
  return (
    <div className="settings-form">
      {archive && <Download archive={archive} />}
      {isPacking && <JobCard job={job} />}
      {start.error && <Problem error={start.error} />}
      {!isPacking && (
        <div>
          <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
            {archive ? exportWords.again : exportWords.start}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The link is asked for when it is needed, so that it has not expired. */
function Download({ archive: { fileId, size, createdAt, expiresAt } }: { archive: Archive }) {
  const download = useMutation({
    mutationFn: () => linkTo(fileId),
    onSuccess: (path) => window.location.assign(path),
  })
  return (
    <div className="settings-card settings-form">
      <p>
        {exportWords.madeAt} <When at={createdAt} />, {exportWords.keptUntil} <When at={expiresAt} style="date" />
      </p>
      {download.error && <Problem error={download.error} />}
      <div>
        <Button leftSection={<DownloadIcon size={18} />} loading={download.isPending} onClick={() => download.mutate()}>
          {exportWords.download(exportWords.size(size))}
        </Button>
      </div>
    </div>
  )
}
