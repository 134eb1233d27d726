/**
 * The frame of a chart: a title that asks, the answer under it, the drawing as wide as the page allows, and the table
 * that says the same to everybody. Both can be saved.
 */
import { ActionIcon, Menu } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { DownloadIcon } from '../icons.tsx'
import { tell } from '../undo-toast.tsx'
import { ChartTable } from './chart-table.tsx'
import { pictureOf } from './picture-file.ts'
import { saveFile } from './save-file.ts'
import { csvOf, type TableContent } from './table-content.ts'
import { chartWords } from './words.ts'
import './charts.css'

interface ChartProps {
  /** A question. */
  title: string
  /** What the drawing says, where it can be said in a sentence. */
  answer?: ReactNode
  table: TableContent
  /** Of the saved files, without its ending. */
  fileName: string
  /** Draws within so many pixels. */
  children: (width: number) => ReactNode
  /** What was chosen in the drawing. */
  opened?: ReactNode
}

export function Chart({ title, answer, table, fileName, children, opened }: ChartProps) {
  const id = useId()
  const drawing = useRef<HTMLDivElement>(null)
  const [isTable, setTable] = useState(false)
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart-head">
        <h3 id={id} className="chart-title">
          {title}
        </h3>
        <div className="chart-tools">
          <button type="button" className="chart-switch" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? chartWords.asPicture : chartWords.asTable}
          </button>
          <SaveMenu title={title} table={table} fileName={fileName} drawing={drawing} isDrawn={!isTable} />
        </div>
      </header>
      {answer !== undefined && <div className="chart-answer">{answer}</div>}
      {isTable && <ChartTable title={title} content={table} />}
      <div ref={drawing} className="chart-drawing" hidden={isTable}>
        <Measured>{children}</Measured>
      </div>
      {!isTable && opened}
    </section>
  )
}

/** Draws once the room on the page is known, and again when it changes. */
function Measured({ children }: { children: (width: number) => ReactNode }) {
  const { ref, width } = useElementSize()
  return (
    <div ref={ref} className="chart-room">
      {width > 0 && children(Math.floor(width))}
    </div>
  )
}

interface SaveMenuProps extends Pick<ChartProps, 'title' | 'table' | 'fileName'> {
  drawing: RefObject<HTMLDivElement | null>
  /** False while the table is shown instead. */
  isDrawn: boolean
}

function SaveMenu({ title, table, fileName, drawing, isDrawn }: SaveMenuProps) {
  const saveTable = () => saveFile(`${fileName}.csv`, new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }))
  const savePicture = async () => {
    const svg = drawing.current?.querySelector('svg')
    if (!svg) return
    try {
      saveFile(`${fileName}.png`, await pictureOf(svg, title))
    } catch {
      tell(chartWords.notSaved)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={chartWords.more(title)}>
          <DownloadIcon size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!isDrawn} onClick={() => void savePicture()}>
          {chartWords.savePicture}
        </Menu.Item>
        <Menu.Item onClick={saveTable}>{chartWords.saveTable}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
