/** The weeks or months of the river that can be opened. */
import type { DayScale } from '../../../../../web/kit/charts/days.ts'
import { useWalk } from '../../../../../web/kit/charts/walk.ts'
import { words } from '../words.ts'
import { familiesOf, meanOf, type Bucket } from './buckets.ts'

interface RiverPlacesProps {
  x: DayScale
  /** From the upper to the lower bank. */
  bed: { top: number; bottom: number }
  buckets: readonly Bucket[]
  nameOf: (bucket: Bucket) => string
  opened: Bucket | undefined
  open: (bucket: Bucket | undefined) => void
}

/** Narrower than this, a place is widened to both sides so that it can be hit. */
const leastWidth = 6

export function RiverPlaces({ x, bed, buckets, nameOf, opened, open }: RiverPlacesProps) {
  const walk = useWalk({
    places: buckets.map((_, column) => ({ row: 0, column })),
    open: (index) => open(buckets[index] === opened ? undefined : buckets[index]),
    close: () => open(undefined),
  })
  const [left, right] = x.range
  return (
    <g {...walk.group}>
      {buckets.map((bucket, index) => {
        const from = Math.max(left, x(bucket.from))
        const until = Math.min(right, x(bucket.until))
        const slack = Math.max(0, leastWidth - (until - from)) / 2
        return (
          <g
            key={bucket.from}
            {...walk.markOf(index, describe(bucket, nameOf(bucket)))}
            data-chosen={bucket === opened}
          >
            <rect
              className="chart-band"
              x={from - slack}
              width={Math.max(0, until - from) + slack * 2}
              y={bed.top}
              height={bed.bottom - bed.top}
            />
          </g>
        )
      })}
    </g>
  )
}

function describe({ sessions }: Bucket, when: string) {
  const strongest = familiesOf(sessions).sort((a, b) => meanOf(sessions, b) - meanOf(sessions, a))
  return words.river.bucket(when, sessions.length, strongest.slice(0, 2).join(', '))
}
