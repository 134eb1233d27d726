/** What went wrong, in plain words, and a way to try again. */
import { Button } from '@mantine/core'
import { RefusedError } from '#contract/problem'
import { kitWords } from '../words.ts'
import { RetryIcon, WarningIcon } from './icons.tsx'
import { PauseLeft } from './pause-left.tsx'

interface ProblemProps {
  error: Error
  retry?: () => void
}

export function Problem({ error, retry }: ProblemProps) {
  const { title, detail } = describeProblem(error)
  const refusal = error instanceof RefusedError ? error : undefined
  return (
    <div className="problem" role="alert">
      <WarningIcon />
      <div className="problem-body">
        <strong>{title}</strong>
        <p>{detail}</p>
        {refusal?.passesIn !== undefined && <PauseLeft passesIn={refusal.passesIn} />}
        {refusal && <FieldErrors errors={refusal.problem.errors ?? []} />}
        {retry && (
          <Button size="sm" variant="default" leftSection={<RetryIcon size={16} />} onClick={retry}>
            {kitWords.tryAgain}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The words for an error: the server's own, or that it cannot be reached, or that the page has a fault. */
export function describeProblem(error: Error): { title: string; detail: string } {
  if (error instanceof RefusedError) return { title: error.problem.title, detail: error.problem.detail }
  if (isNetworkFault(error)) return kitWords.unreachable
  return kitWords.pageFault
}

/** Browsers reject a fetch that never reached the server with a bare TypeError. */
const isNetworkFault = (error: Error) => error instanceof TypeError || error.name === 'TimeoutError'

function FieldErrors({ errors }: { errors: readonly { path: string; message: string }[] }) {
  if (errors.length === 0) return null
  return (
    <ul className="problem-fields">
      {errors.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{message}</li>
      ))}
    </ul>
  )
}
