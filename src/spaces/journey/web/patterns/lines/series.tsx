/** Several patterns of one sort below each other on the same line of time, with the words of each above it. */
import { useState } from 'react'
import { Chart } from '../../../../../web/kit/charts/chart.tsx'
import { spanOf } from '../../../../../web/kit/charts/days.ts'
import { Opened } from '../../../../../web/kit/charts/opened.tsx'
import type { Pattern } from '../../../patterns/contract.ts'
import { Conclusion } from '../card/conclusion.tsx'
import { dayInWords } from '../day-words.ts'
import { byTime } from '../quotes/evidence.ts'
import { Quotes } from '../quotes/quotes.tsx'
import { words } from '../words.ts'
import { SeriesChart } from './series-chart.tsx'
import { subjectsInWords } from './subject.ts'
import './lines.css'

interface SeriesProps {
  chart: { title: string; fileName: string; pictureOf: (label: string) => string }
  patterns: readonly Pattern[]
}

const most = 4

export function Series({ chart: { title, fileName, pictureOf }, patterns }: SeriesProps) {
  const drawn = patterns.filter(({ points }) => points.length > 1).slice(0, most)
  if (drawn.length === 0) return null
  return (
    <div className="series-list">
      {drawn.map((pattern, index) => (
        <OneSeries
          key={pattern.key}
          title={drawn.length === 1 ? title : `${title} ${subjectsInWords(pattern)}`}
          label={pictureOf(subjectsInWords(pattern))}
          fileName={`${fileName}-${index + 1}`}
          pattern={pattern}
        />
      ))}
    </div>
  )
}

interface OneSeriesProps {
  title: string
  label: string
  fileName: string
  pattern: Pattern
}

function OneSeries({ title, label, fileName, pattern }: OneSeriesProps) {
  const [opened, setOpened] = useState<string>()
  const days = spanOf(pattern.points.map(({ day }) => day))
  if (!days) return null
  const quotes = opened === undefined ? [] : nearestQuotes(pattern, opened)
  const close = () => setOpened(undefined)
  return (
    <Chart
      title={title}
      answer={<Conclusion pattern={pattern} />}
      table={tableOf(pattern)}
      fileName={fileName}
      opened={
        opened !== undefined && (
          <Opened title={dayInWords(opened)} close={close}>
            {quotes.length > 0 ? <Quotes evidence={quotes} /> : <p className="quiet">{words.opened.none}</p>}
          </Opened>
        )
      }
    >
      {(width) => (
        <SeriesChart label={label} pattern={pattern} frame={{ width, days }} opened={opened} open={setOpened} />
      )}
    </Chart>
  )
}

/** A point of a forecast stands for its month, any other for its day. */
function nearestQuotes({ kind, evidence }: Pattern, opened: string) {
  const length = kind === 'forecast' ? 7 : 10
  return evidence.filter(({ day }) => day.slice(0, length) === opened.slice(0, length)).sort(byTime)
}

function tableOf({ points }: Pattern) {
  const { day, value, low, high } = words.columns
  const hasInterval = points.some((point) => point.low !== undefined)
  return {
    columns: hasInterval ? [day, value, low, high] : [day, value],
    rows: points.map((point) =>
      hasInterval ? [point.day, point.value, point.low ?? null, point.high ?? null] : [point.day, point.value],
    ),
  }
}
