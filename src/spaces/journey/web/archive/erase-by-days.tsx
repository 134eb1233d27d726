/** All sessions of some days: into the bin with one way back, or erased for good after a typed word. */
import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refetchReplies } from '../../../../web/data/queries.ts'
import { Problem } from '../../../../web/kit/problem.tsx'
import { showUndo, tell } from '../../../../web/kit/undo-toast.tsx'
import { kitWords } from '../../../../web/words.ts'
import { journey } from '../client.ts'
import { rangeQuery } from './queries.ts'
import { archiveWords } from './words.ts'

const words = archiveWords.erase

export function EraseByDays() {
  const [span, setSpan] = useState({ from: '', to: '' })
  const isWhole = span.from !== '' && span.to !== ''
  return (
    <>
      <div className="journey-archive-row">
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={words[end]}
            value={span[end]}
            onChange={(event) => setSpan({ ...span, [end]: event.target.value })}
          />
        ))}
      </div>
      {isWhole && <Ways {...span} />}
    </>
  )
}

function Ways({ from, to }: { from: string; to: string }) {
  const [isAsking, setAsking] = useState(false)
  const { data, error } = useQuery(rangeQuery(from, to))
  const bin = useMutation({
    mutationFn: () => journey.deleteSessions({ body: { from, to, way: 'bin' } }),
    async onSuccess({ sessions, changeId }) {
      if (changeId !== null) showUndo(changeId, words.binned(sessions))
      await refetchReplies()
    },
  })
  if (error) return <Problem error={error} />
  if (!data) return null
  return (
    <>
      <p role="status">{words.count(data.sessions, data.inBin)}</p>
      {bin.error && <Problem error={bin.error} />}
      <div className="journey-archive-row">
        <Button variant="default" disabled={data.sessions === 0} loading={bin.isPending} onClick={() => bin.mutate()}>
          {words.bin}
        </Button>
        <Button
          variant="outline"
          color="brick"
          disabled={data.sessions + data.inBin === 0}
          onClick={() => setAsking(true)}
        >
          {words.erase}
        </Button>
      </div>
      <Modal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={words.sure}
        closeButtonProps={{ 'aria-label': kitWords.close }}
        centered
      >
        {isAsking && <EraseForm from={from} to={to} done={() => setAsking(false)} />}
      </Modal>
    </>
  )
}

function EraseForm({ from, to, done }: { from: string; to: string; done: () => void }) {
  const [typed, setTyped] = useState('')
  const erase = useMutation({
    mutationFn: () => journey.deleteSessions({ body: { from, to, way: 'erase' } }),
    async onSuccess({ sessions }) {
      tell(words.erased(sessions))
      done()
      await refetchReplies()
    },
  })
  return (
    <div className="dialog">
      <p>{words.text}</p>
      <TextInput
        label={words.type}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {erase.error && <Problem error={erase.error} />}
      <div className="dialog-actions">
        <Button
          color="brick"
          disabled={typed.trim() !== words.word}
          loading={erase.isPending}
          onClick={() => erase.mutate()}
        >
          {words.confirm}
        </Button>
      </div>
    </div>
  )
}
