/** The table behind a chart. */
import type { TableContent } from './table-content.ts'
import { chartWords } from './words.ts'

export function ChartTable({ title, content: { columns, rows } }: { title: string; content: TableContent }) {
  return (
    <div className="chart-table-frame" tabIndex={0} role="group" aria-label={chartWords.table(title)}>
      <table className="chart-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, column) => (
                <td key={columns[column]} data-figure={typeof cell === 'number'}>
                  {typeof cell === 'number' ? chartWords.figure(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
