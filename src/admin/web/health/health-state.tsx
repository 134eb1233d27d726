/** How a part fares, as a picture and a word. */
import type { ReactNode } from 'react'
import { CheckIcon, FailureIcon, WarningIcon } from '../../../web/kit/icons.tsx'
import { words } from '../words.ts'

type Status = keyof typeof icons

const icons = { up: CheckIcon, degraded: WarningIcon, down: FailureIcon }

interface StateProps {
  status: Status
  /** In place of the usual word. */
  word?: ReactNode
}

export function HealthState({ status, word = words.health.states[status] }: StateProps) {
  const Picture = icons[status]
  return (
    <span className="admin-state" data-status={status}>
      <Picture size={18} />
      <span>{word}</span>
    </span>
  )
}
