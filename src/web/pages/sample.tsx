/** Sample content: a card that brings it, and a line that tells of it and takes it away. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useLoadSample, useRemoveSample, useSample } from '../data/sample.ts'
import { DeleteIcon, ForwardIcon } from '../kit/icons.tsx'
import { Problem } from '../kit/problem.tsx'
import { tell } from '../kit/undo-toast.tsx'
import { Mark } from '../shell/mark.tsx'
import { sampleWords } from '../words.ts'

/** One more thing to begin with. Nothing where there is none, or where it is loaded. */
export function SampleStep() {
  const { data } = useSample()
  const load = useLoadSample()
  const navigate = useNavigate()
  if (!data?.isOffered || data.isLoaded) return null
  return (
    <li>
      <button
        type="button"
        className="first-step"
        disabled={load.isPending}
        onClick={() => load.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) })}
      >
        <span className="first-step-picture">
          <Mark size={26} />
        </span>
        <span className="first-step-words">
          <strong>{sampleWords.load}</strong>
          <span>{load.isPending ? sampleWords.loading : sampleWords.loadHint}</span>
        </span>
        <ForwardIcon />
      </button>
      {load.error && <Problem error={load.error} />}
    </li>
  )
}

export function SampleNotice() {
  const { data } = useSample()
  const remove = useRemoveSample()
  if (!data?.isLoaded) return null
  return (
    <aside className="sample-notice" aria-label={sampleWords.title}>
      <p>{sampleWords.loaded}</p>
      <Button
        size="sm"
        variant="default"
        loading={remove.isPending}
        leftSection={<DeleteIcon size={16} />}
        onClick={() => remove.mutate(undefined, { onSuccess: () => tell(sampleWords.removed) })}
      >
        {sampleWords.remove}
      </Button>
      {remove.error && <Problem error={remove.error} />}
    </aside>
  )
}
