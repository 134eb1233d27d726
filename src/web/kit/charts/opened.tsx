/** What stands behind a chosen mark: a heading, and the rows or quotes it was drawn from. */
import type { ReactNode } from 'react'
import { CloseIcon } from '../icons.tsx'
import { chartWords } from './words.ts'

interface OpenedProps {
  title: ReactNode
  close: () => void
  children: ReactNode
}

export function Opened({ title, close, children }: OpenedProps) {
  return (
    <div className="chart-opened" role="status">
      <div className="chart-opened-head">
        <h4>{title}</h4>
        <button type="button" aria-label={chartWords.close} onClick={close}>
          <CloseIcon size={18} />
        </button>
      </div>
      {children}
    </div>
  )
}
