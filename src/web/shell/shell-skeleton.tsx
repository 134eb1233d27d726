/** The outline of the shell while the first answers are on their way. */
import { SkeletonLines } from '../kit/skeleton-lines.tsx'
import { Mark } from './mark.tsx'

export function ShellSkeleton() {
  return (
    <div className="shell">
      <div className="rail">
        <div className="rail-brand">
          <Mark />
        </div>
      </div>
      <div className="top-bar" />
      <main>
        <div className="page" data-width="reading">
          <SkeletonLines lines={6} />
        </div>
      </main>
    </div>
  )
}
