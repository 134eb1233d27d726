/** Which feelings come with which topics: circles as large as the passages are many, rings for what chance would give. */
import { scaleSqrt } from 'd3-scale'
import { useState } from 'react'
import { Chart } from '../../../../../web/kit/charts/chart.tsx'
import { Opened } from '../../../../../web/kit/charts/opened.tsx'
import { useWalk } from '../../../../../web/kit/charts/walk.ts'
import type { MatrixCell } from '../../../patterns/contract.ts'
import { byTime } from '../quotes/evidence.ts'
import { Quotes } from '../quotes/quotes.tsx'
import { words } from '../words.ts'
import { MatrixCircle, MatrixNumber } from './matrix-circle.tsx'
import { MatrixKey } from './matrix-key.tsx'
import { matrixOf, type Matrix, type PlacedCell } from './matrix.ts'
import './matrix.css'

export function MatrixChart({ cells }: { cells: readonly MatrixCell[] }) {
  const [openedName, setOpenedName] = useState<string>()
  const opened = cells.find((cell) => words.matrix.cell(cell) === openedName)
  const close = () => setOpenedName(undefined)
  return (
    <Chart
      title={words.matrix.title}
      answer={cells.length === 0 ? <p>{words.matrix.none}</p> : <MatrixKey />}
      table={tableOf(cells)}
      fileName="cairn-topics-and-feelings"
      opened={
        opened && (
          <Opened title={words.matrix.cell(opened)} close={close}>
            <Quotes evidence={[...opened.evidence].sort(byTime)} />
          </Opened>
        )
      }
    >
      {(width) => {
        const matrix = matrixOf(cells, width < narrow ? fits.narrow : fits.wide)
        return (
          <>
            <Drawing width={width} matrix={matrix} openedName={openedName} open={setOpenedName} />
            {matrix.topics.length < matrix.allTopics && (
              <p className="quiet">{words.matrix.cut(matrix.topics.length, matrix.allTopics)}</p>
            )}
          </>
        )
      }}
    </Chart>
  )
}

const narrow = 560
const fits = { wide: { topics: 12, families: 12 }, narrow: { topics: 10, families: 6 } }

const rowHeight = 44
const head = { straight: 28, slanted: 62 }
const columnWidth = { slanted: 58, most: 78 }
/** Pixels that the last slanted name reaches over its column. */
const overhang = 22

interface DrawingProps {
  width: number
  matrix: Matrix
  openedName: string | undefined
  open: (name: string | undefined) => void
}

function Drawing({ width, matrix, openedName, open }: DrawingProps) {
  const { topics, families, cells, mostPassages } = matrix
  const walk = useWalk({
    places: cells,
    open: (index) => {
      const name = nameAt(cells, index)
      open(name === openedName ? undefined : name)
    },
    close: () => open(undefined),
  })
  if (cells.length === 0) return null
  const left = Math.min(132, Math.round(width * 0.3))
  const isSlanted = (width - left) / families.length < columnWidth.slanted
  const column = Math.min(columnWidth.most, (width - left - (isSlanted ? overhang : 0)) / families.length)
  const top = isSlanted ? head.slanted : head.straight
  const largest = Math.max(0, Math.min(rowHeight, column) / 2 - 1.5)
  const radius = scaleSqrt([0, mostPassages], [0, largest])
  const centreOf = (cell: PlacedCell) => ({
    x: left + (cell.column + 0.5) * column,
    y: top + (cell.row + 0.5) * rowHeight,
  })
  return (
    <svg width={width} height={top + topics.length * rowHeight} role="group" aria-label={words.matrix.picture}>
      <g aria-hidden="true">
        {families.map((family, index) => {
          const x = left + (index + 0.5) * column
          return (
            <text
              key={family}
              x={x}
              y={top - 10}
              {...(isSlanted ? { transform: `rotate(-52 ${x} ${top - 10})` } : { textAnchor: 'middle' })}
            >
              {family}
            </text>
          )
        })}
        {topics.map((topic, index) => (
          <g key={topic}>
            <line
              className="matrix-line"
              x1={0}
              x2={left + families.length * column}
              y1={top + index * rowHeight}
              y2={top + index * rowHeight}
            />
            <text x={0} y={top + (index + 0.5) * rowHeight + 4}>
              {topic}
            </text>
          </g>
        ))}
      </g>
      <g {...walk.group}>
        {cells.map((cell, index) => (
          <g
            key={words.matrix.cell(cell)}
            {...walk.markOf(index, words.matrix.cell(cell))}
            data-chosen={words.matrix.cell(cell) === openedName}
          >
            <MatrixCircle cell={cell} centre={centreOf(cell)} radius={radius} reach={{ x: column, y: rowHeight }} />
          </g>
        ))}
      </g>
      <g aria-hidden="true">
        {cells.map((cell) => (
          <MatrixNumber key={words.matrix.cell(cell)} cell={cell} centre={centreOf(cell)} radius={radius} />
        ))}
      </g>
    </svg>
  )
}

const nameAt = (cells: readonly PlacedCell[], index: number) => {
  const cell = cells[index]
  return cell && words.matrix.cell(cell)
}

function tableOf(cells: readonly MatrixCell[]) {
  const { topic, family, passages, expected } = words.matrix.columns
  return {
    columns: [topic, family, passages, expected],
    rows: [...cells]
      .sort((a, b) => b.passages - a.passages || a.topic.localeCompare(b.topic))
      .map((cell) => [cell.topic, cell.family, cell.passages, Math.round(cell.expected * 100) / 100]),
  }
}
