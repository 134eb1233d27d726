/** What stands on a page until its content comes: quiet lines in the shape of text. */
import { Skeleton } from '@mantine/core'
import { kitWords } from '../words.ts'

const widths = ['92%', '100%', '84%', '96%', '61%']

export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton-lines" role="status" aria-label={kitWords.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} radius={4} width={widths[line % widths.length] ?? '100%'} />
      ))}
    </div>
  )
}
