/** When an action is due, and whether that is past. */
import { ClockIcon, WarningIcon } from '../../../../web/kit/icons.tsx'
import { When } from '../../../../web/kit/when.tsx'
import type { Action } from '../../contract.ts'
import { words } from './words.ts'

export function Due({ action: { due, isOverdue } }: { action: Action }) {
  if (!due) return null
  return (
    <span className="action-due" data-overdue={isOverdue}>
      {isOverdue ? <WarningIcon size={15} /> : <ClockIcon size={15} />}
      {isOverdue && `${words.overdue}: `}
      <When day={due.day} />
      {due.time !== null && ` ${due.time}`}
    </span>
  )
}
