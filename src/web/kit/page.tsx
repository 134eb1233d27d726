/** The frame of every page: a title, what can be done, and the content. */
import type { ReactNode } from 'react'
import { titleOf } from '../words.ts'

interface PageProps {
  title: string
  /** At most one primary button: the next step. */
  actions?: ReactNode
  /** A line under the title. */
  lead?: ReactNode
  /** `wide` for pages that show things side by side. */
  width?: 'reading' | 'wide'
  children: ReactNode
}

export function Page({ title, actions, lead, width = 'reading', children }: PageProps) {
  return (
    <div className="page" data-width={width}>
      <title>{titleOf(title)}</title>
      <header className="page-header">
        <div className="page-heading">
          <h1 className="page-title">{title}</h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
