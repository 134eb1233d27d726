/** What becomes of intentions: the share that was done, by topic, with the range it may truly lie in. */
import { scaleLinear } from 'd3-scale'
import { useState } from 'react'
import { Chart } from '../../../../../web/kit/charts/chart.tsx'
import { Opened } from '../../../../../web/kit/charts/opened.tsx'
import { useWalk } from '../../../../../web/kit/charts/walk.ts'
import type { Pattern } from '../../../patterns/contract.ts'
import { subjectsInWords } from '../lines/subject.ts'
import { byTime } from '../quotes/evidence.ts'
import { Quotes } from '../quotes/quotes.tsx'
import { words } from '../words.ts'

export function FollowThroughChart({ patterns }: { patterns: readonly Pattern[] }) {
  const [openedKey, setOpenedKey] = useState<string>()
  const rows = patterns.filter(isShare)
  const opened = rows.find(({ key }) => key === openedKey)
  const close = () => setOpenedKey(undefined)
  if (rows.length === 0) return null
  return (
    <Chart
      title={words.followThrough.title}
      table={tableOf(rows)}
      fileName="cairn-intentions"
      opened={
        opened && (
          <Opened title={opened.sentence} close={close}>
            <Quotes evidence={[...opened.evidence].sort(byTime)} />
          </Opened>
        )
      }
    >
      {(width) => <Bars width={width} rows={rows} openedKey={openedKey} open={setOpenedKey} />}
    </Chart>
  )
}

/** What was never begun is counted in sessions and told in a sentence; an empty bar would say no more. */
const isShare = ({ counted }: Pattern) => counted === 'actions'

const rowHeight = 52

interface BarsProps {
  width: number
  rows: readonly Pattern[]
  openedKey: string | undefined
  open: (key: string | undefined) => void
}

function Bars({ width, rows, openedKey, open }: BarsProps) {
  const x = scaleLinear([0, 1], [0, width - 2])
  const walk = useWalk({
    places: rows.map((_, column) => ({ row: 0, column })),
    open: (index) => open(rows[index]?.key === openedKey ? undefined : rows[index]?.key),
    close: () => open(undefined),
  })
  return (
    <svg width={width} height={rows.length * rowHeight} role="group" aria-label={words.followThrough.picture}>
      <g {...walk.group}>
        {rows.map((pattern, index) => (
          <g key={pattern.key} {...walk.markOf(index, describe(pattern))} data-chosen={pattern.key === openedKey}>
            <Bar pattern={pattern} x={x} y={index * rowHeight} width={width} />
          </g>
        ))}
      </g>
      <g aria-hidden="true">
        {rows.map((pattern, index) => (
          <BarNames key={pattern.key} pattern={pattern} y={index * rowHeight} width={width} />
        ))}
      </g>
    </svg>
  )
}

interface BarProps {
  pattern: Pattern
  x: (share: number) => number
  y: number
  width: number
}

function Bar({ pattern, x, y, width }: BarProps) {
  const { value, low, high } = pattern.effect
  return (
    <>
      <rect className="chart-band" x={0} y={y + 2} width={width} height={rowHeight - 4} rx={6} />
      <rect className="share-whole" x={1} y={y + 26} width={width - 2} height={12} rx={6} />
      <rect className="share-part" x={1} y={y + 26} width={Math.max(0, x(value))} height={12} rx={6} />
      {low !== null && high !== null && (
        <line className="share-range" x1={x(low) + 1} x2={x(high) + 1} y1={y + 43} y2={y + 43} />
      )}
    </>
  )
}

/** Stands over the bar and apart from it, because its name says the same. */
function BarNames({ pattern, y, width }: Omit<BarProps, 'x'>) {
  return (
    <>
      <text x={2} y={y + 18}>
        {subjectsInWords(pattern)}
      </text>
      <text className="chart-quiet" x={width - 2} y={y + 18} textAnchor="end">
        {words.share(pattern.effect.value)} · {words.counted[pattern.counted](pattern.n)}
      </text>
    </>
  )
}

const describe = (pattern: Pattern) =>
  words.followThrough.row(
    subjectsInWords(pattern),
    words.share(pattern.effect.value),
    words.counted[pattern.counted](pattern.n),
  )

function tableOf(rows: readonly Pattern[]) {
  const { topic, share, low, high, of } = words.followThrough.columns
  return {
    columns: [topic, share, low, high, of],
    rows: rows.map((pattern) => {
      const { effect, n } = pattern
      return [subjectsInWords(pattern), effect.value, effect.low, effect.high, n]
    }),
  }
}
