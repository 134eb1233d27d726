/** A person's own words, set apart from what the program says. */
import type { ReactNode } from 'react'

export function Words({ children, size = 'text' }: { children: ReactNode; size?: 'text' | 'excerpt' }) {
  return (
    <div className="own-words" data-size={size} dir="auto">
      {children}
    </div>
  )
}
