/** An archive of all sessions: asked for, followed as a job, downloaded. */
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { linkTo } from '../../../../web/data/account.ts'
import { isUnderWay, pollEvery } from '../../../../web/data/jobs.ts'
import { JobCard } from '../../../../web/kit/job-card.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { ArchiveFormat, type JourneyExport } from '../../contract.ts'
import { journey } from '../client.ts'
import { exportQuery, refetchArchive } from './queries.ts'
import { archiveWords } from './words.ts'

const words = archiveWords.export

export function Export() {
  const [format, setFormat] = useState<ArchiveFormat>('json')
  const { data, error, refetch } = useQuery({
    ...exportQuery,
    refetchInterval: ({ state }) => (state.data?.job && isUnderWay(state.data.job) ? pollEvery : false),
  })
  const start = useMutation({
    mutationFn: () => journey.exportJourney({ body: { format } }),
    onSuccess: refetchArchive,
  })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={2} />
  const { archive, job } = data
  return (
    <>
      <div className="journey-archive-row">
        <NativeSelect
          label={words.format}
          value={format}
          data={ArchiveFormat.options.map((value) => ({ value, label: words.formats[value] }))}
          onChange={(event) => setFormat(ArchiveFormat.parse(event.target.value))}
        />
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {words.start}
        </Button>
      </div>
      {start.error && <Problem error={start.error} />}
      {job && (!archive || isUnderWay(job)) && <JobCard job={job} />}
      {archive && <Download archive={archive} />}
    </>
  )
}

function Download({ archive: { fileId, size, expiresAt } }: { archive: JourneyExport }) {
  const download = useMutation({
    mutationFn: () => linkTo(fileId),
    onSuccess: (path) => window.location.assign(path),
  })
  return (
    <>
      <div className="journey-archive-row">
        <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
          {words.download(size)}
        </Button>
        <span className="quiet">
          {words.kept} <When at={expiresAt} style="date" />
        </span>
      </div>
      {download.error && <Problem error={download.error} />}
    </>
  )
}
