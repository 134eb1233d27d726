/** One action on the board: its words, when it is due, and what is worth knowing at a glance. */
import { useEffect, useRef } from 'react'
import { FlagIcon } from '../../../../web/kit/icons.tsx'
import type { Action } from '../../contract.ts'
import { StandingMark } from '../kinds/machine-mark.tsx'
import { Due } from './due.tsx'
import { words } from './words.ts'

export const dragged = 'application/x-cairn-action'

interface CardProps {
  action: Action
  isChosen: boolean
  choose: () => void
  open: () => void
}

export function ActionCard({ action, isChosen, choose, open }: CardProps) {
  const frame = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) frame.current?.focus()
  }, [isChosen, action.status])
  return (
    <li>
      <button
        ref={frame}
        type="button"
        className="action-card"
        data-status={action.status}
        draggable
        onDragStart={(event) => event.dataTransfer.setData(dragged, action.id)}
        onFocus={choose}
        onClick={open}
      >
        <span className="action-title">
          {action.title} {action.status === 'proposed' && <StandingMark status="proposed" />}
        </span>
        <span className="action-facts">
          <Due action={action} />
          {action.priority === 'high' && (
            <span>
              <FlagIcon size={15} /> {words.high}
            </span>
          )}
          {action.polarity === 'avoid' && <span>{words.avoid}</span>}
          {action.topic !== null && <span>{action.topic}</span>}
          {action.said > 1 && <span>{words.said(action.said)}</span>}
        </span>
      </button>
    </li>
  )
}
