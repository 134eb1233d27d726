/**
 * A table that becomes cards on a phone: there each cell shows the name of its column. The roles are written down
 * because a browser forgets them where a table is laid out as something else.
 */
import type { ReactNode } from 'react'
import './table.css'

export interface Column {
  label: string
  /** `prose` says what it is without a label. */
  kind?: 'text' | 'figure' | 'prose' | 'acts'
}

interface TableProps {
  label: string
  columns: readonly Column[]
  children: ReactNode
}

export function Table({ label, columns, children }: TableProps) {
  return (
    <table className="admin-table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label: name, kind = 'text' }) => (
            <th key={name} role="columnheader" scope="col" data-kind={kind}>
              {kind === 'acts' ? <span className="visually-hidden">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

interface RowProps {
  /** What the row is about, in its first cell. */
  head: ReactNode
  children: ReactNode
}

export function Row({ head, children }: RowProps) {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {head}
      </th>
      {children}
    </tr>
  )
}

export function Cell({ column: { label, kind = 'text' }, children }: { column: Column; children: ReactNode }) {
  return (
    <td role="cell" data-kind={kind} data-label={label}>
      <div>{children}</div>
    </td>
  )
}
