/** What is shown: kinds as chips, months from and to, and a search for one node. */
import { Chip, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { GraphKind, GraphNode } from '../../../contract.ts'
import { KindMark } from '../../kinds/kind-mark.tsx'
import { words } from '../words.ts'
import { shownKinds, type Asked } from './asked.ts'

interface FiltersProps {
  asked: Asked
  ask: (asked: Asked) => void
  days: { first: string; last: string } | null
}

export function Filters({ asked, ask, days }: FiltersProps) {
  const toggle = (kind: GraphKind) => {
    const kinds = shownKinds.filter((each) => asked.kinds.includes(each) !== (each === kind))
    if (kinds.length > 0) ask({ ...asked, kinds })
  }
  return (
    <div className="whole-graph-filters">
      <div role="group" aria-label={words.whole.kinds} className="whole-graph-kinds">
        {shownKinds.map((kind) => (
          <Chip
            key={kind}
            size="sm"
            variant="outline"
            checked={asked.kinds.includes(kind)}
            onChange={() => toggle(kind)}
          >
            <span className="journey-node-name">
              <KindMark kind={kind} size={12} />
              {words.nodeKinds[kind]}
            </span>
          </Chip>
        ))}
      </div>
      <div role="group" aria-label={words.whole.time} className="whole-graph-months">
        <Month label={words.whole.from} value={asked.from} days={days} onChange={(from) => ask({ ...asked, from })} />
        <Month label={words.whole.to} value={asked.to} days={days} onChange={(to) => ask({ ...asked, to })} />
      </div>
    </div>
  )
}

interface MonthProps {
  label: string
  value: string
  days: FiltersProps['days']
  onChange: (month: string) => void
}

function Month({ label, value, days, onChange }: MonthProps) {
  return (
    <TextInput
      type="month"
      label={label}
      value={value}
      min={days?.first.slice(0, 7)}
      max={days?.last.slice(0, 7)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

const mostHits = 8

interface NodeSearchProps {
  nodes: readonly GraphNode[]
  select: (id: string) => void
}

export function NodeSearch({ nodes, select }: NodeSearchProps) {
  const [query, setQuery] = useState('')
  const looked = query.trim().toLocaleLowerCase()
  const hits = looked === '' ? [] : nodes.filter(({ label }) => label.toLocaleLowerCase().includes(looked))
  return (
    <div className="whole-graph-search">
      <TextInput
        type="search"
        label={words.whole.search}
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      {looked !== '' && (
        <ul className="journey-company" aria-label={words.whole.hits(hits.length)}>
          {hits.slice(0, mostHits).map((node) => (
            <li key={node.id}>
              <button type="button" className="journey-fold" onClick={() => select(node.id)}>
                <KindMark kind={node.kind} />
                {node.label}
              </button>
            </li>
          ))}
          {hits.length === 0 && <li className="quiet">{words.whole.noHit}</li>}
        </ul>
      )}
    </div>
  )
}
