/** The pictures: each asks a question, and every mark in it opens the words it was drawn from. */
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { Pattern, PatternKind } from '../../patterns/contract.ts'
import { FollowThroughChart } from './actions/follow-through.tsx'
import { CalendarChart } from './calendar/calendar-chart.tsx'
import { Cascades } from './cascade.tsx'
import { Series } from './lines/series.tsx'
import { MatrixChart } from './matrix/matrix-chart.tsx'
import { usePictures } from './queries.ts'
import { gatherEvidence } from './quotes/evidence.ts'
import { RiverChart } from './river/river-chart.tsx'
import { words } from './words.ts'

interface PicturesProps {
  patterns: readonly Pattern[]
  /** The first day of the period. */
  from: string | undefined
}

export function Pictures({ patterns, from }: PicturesProps) {
  const { data, error, refetch, isPlaceholderData } = usePictures(from)
  const ofKind = (kind: PatternKind) => patterns.filter((pattern) => pattern.kind === kind)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={10} />
  if (data.sessions.length === 0) return <p className="journey-notice">{words.noPictures}</p>
  const evidence = gatherEvidence(patterns, data.matrix)
  return (
    <div className="pattern-pictures" aria-busy={isPlaceholderData}>
      <RiverChart sessions={data.sessions} evidence={evidence} />
      <CalendarChart sessions={data.sessions} evidence={evidence} />
      <MatrixChart cells={data.matrix} />
      <Series chart={words.turning} patterns={ofKind('turning-point')} />
      <Series chart={words.forecast} patterns={ofKind('forecast')} />
      <Series chart={words.beliefs} patterns={ofKind('belief')} />
      <FollowThroughChart patterns={ofKind('follow-through')} />
      <Cascades patterns={ofKind('cascade')} />
      {data.isCut && <p className="quiet">{words.isCut}</p>}
    </div>
  )
}
