/** An archive is chosen, shown as what it would add, and then added as a job. */
import { Button, Checkbox, FileButton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isUnderWay, pollEvery } from '../../../../web/data/jobs.ts'
import { JobCard } from '../../../../web/kit/job-card.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { ImportFault, ImportPreview } from '../../contract.ts'
import { journey } from '../client.ts'
import { importQuery, refetchArchive } from './queries.ts'
import { archiveWords, hasBelongings } from './words.ts'

const words = archiveWords.import

export function Import() {
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({ mutationFn: (chosen: File) => journey.previewImport({ file: chosen }) })
  const choose = (chosen: File | null) => {
    setFile(chosen)
    if (chosen) preview.mutate(chosen)
  }
  const done = () => {
    setFile(null)
    preview.reset()
  }
  return (
    <>
      <p>{words.text}</p>
      <div className="journey-archive-row">
        <FileButton onChange={choose} accept=".zip,.json,.csv,.tsv,.md,.markdown,.txt,.vtt,.srt">
          {(props) => (
            <Button {...props} variant="default">
              {words.choose}
            </Button>
          )}
        </FileButton>
        {file && <span>{file.name}</span>}
      </div>
      {preview.isPending && <SkeletonLines lines={2} />}
      {preview.error && <Problem error={preview.error} />}
      {file && preview.data && <Previewed file={file} preview={preview.data} done={done} />}
      <Latest />
    </>
  )
}

function Previewed({ file, preview, done }: { file: File; preview: ImportPreview; done: () => void }) {
  const [takes, setTakes] = useState(false)
  const start = useMutation({
    mutationFn: () => journey.importJourney({ file, query: { settings: takes ? 'take' : 'keep' } }),
    async onSuccess() {
      await refetchArchive()
      done()
    },
  })
  return (
    <>
      <p role="status">
        {words.wouldAdd(preview.fresh)} {preview.known > 0 && words.known(preview.known)}
      </p>
      {hasBelongings(preview.belongings) && <p>{words.belongings(preview.belongings)}</p>}
      <Faults unreadable={preview.unreadable} faults={preview.faults} />
      <ul>
        {preview.sessions.map(({ title, date }, i) => (
          <li key={`${date} ${title} ${i}`}>
            <time dateTime={date}>{date}</time> {title}
          </li>
        ))}
      </ul>
      {preview.hasSettings && (
        <Checkbox label={words.settings} checked={takes} onChange={(event) => setTakes(event.target.checked)} />
      )}
      {start.error && <Problem error={start.error} />}
      <div>
        <Button
          loading={start.isPending}
          disabled={preview.fresh === 0 && !takes && !hasBelongings(preview.belongings)}
          onClick={() => start.mutate()}
        >
          {words.start(preview.fresh)}
        </Button>
      </div>
    </>
  )
}

function Faults({ unreadable, faults }: { unreadable: number; faults: readonly ImportFault[] }) {
  if (unreadable === 0) return null
  return (
    <>
      <p>{words.unreadable(unreadable)}</p>
      <ul>
        {faults.map(({ place, why }, i) => (
          <li key={`${place} ${i}`}>
            {place}: {why}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The newest import: under way, or what came of it. */
function Latest() {
  const { data } = useQuery({
    ...importQuery,
    refetchInterval: ({ state }) => (state.data?.job && isUnderWay(state.data.job) ? pollEvery : false),
  })
  if (!data?.job) return null
  if (!data.result) return <JobCard job={data.job} />
  return (
    <>
      <p role="status">{words.result(data.result.added, data.result.belongings)}</p>
      <Faults {...data.result} />
    </>
  )
}
