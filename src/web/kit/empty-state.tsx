/** Where nothing is yet: a small picture of what will be there, and the one button that starts it. */
import type { ReactNode } from 'react'

interface EmptyStateProps {
  picture: ReactNode
  title: string
  text: ReactNode
  action?: ReactNode
  /** `page` where nothing else on the page has a heading. */
  heading?: 'page' | 'section'
}

export function EmptyState({ picture, title, text, action, heading = 'section' }: EmptyStateProps) {
  const Heading = heading === 'page' ? 'h1' : 'h2'
  return (
    <div className="empty-state">
      <div className="empty-state-picture" aria-hidden="true">
        {picture}
      </div>
      <Heading className="empty-state-title">{title}</Heading>
      <div className="empty-state-text">{text}</div>
      {action}
    </div>
  )
}
