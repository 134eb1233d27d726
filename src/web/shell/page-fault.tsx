/** What stands in place of a page that broke while it was drawn. */
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Problem } from '../kit/problem.tsx'

export function PageFault({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return (
    <div className="page" data-width="reading">
      <Problem error={error} retry={reset} />
    </div>
  )
}
