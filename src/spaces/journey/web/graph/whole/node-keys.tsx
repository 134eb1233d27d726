/** The picture for who has no mouse: a list of its nodes in which arrow keys walk along the links, as they are drawn. */
import { useId, type KeyboardEvent } from 'react'
import type { GraphNode } from '../../../contract.ts'
import { words } from '../words.ts'
import type { Figure } from './figure.ts'
import { directions, stepTowards } from './steps.ts'

interface NodeKeysProps {
  nodes: readonly GraphNode[]
  graph: Figure
  selectedId: string | undefined
  select: (id: string | undefined) => void
}

export function NodeKeys({ nodes, graph, selectedId, select }: NodeKeysProps) {
  const id = useId()
  const inOrder = nodes.toSorted((a, b) => b.times - a.times || a.label.localeCompare(b.label))
  const place = inOrder.findIndex((node) => node.id === selectedId)
  const walk = (event: KeyboardEvent) => {
    const to = destinationOf(event.key)
    if (to === null) return
    event.preventDefault()
    select(to)
  }
  /** Null where the key means nothing here. */
  const destinationOf = (key: string): string | undefined | null => {
    if (key === 'Escape') return undefined
    if (key === 'Home') return inOrder[0]?.id
    if (key === 'End') return inOrder.at(-1)?.id
    const direction = directions.get(key)
    if (!direction) return null
    return selectedId !== undefined && place >= 0 ? stepTowards(graph, selectedId, direction) : inOrder[0]?.id
  }
  return (
    <ul
      className="whole-graph-keys"
      role="listbox"
      tabIndex={0}
      aria-label={words.whole.walk}
      aria-activedescendant={place < 0 ? undefined : `${id}-${place}`}
      onKeyDown={walk}
    >
      {inOrder.map((node, i) => (
        <li
          key={node.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={node.id === selectedId}
          className="visually-hidden"
        >
          {`${words.nodeKinds[node.kind]}: ${node.label}, ${words.whole.named(node.times)}`}
        </li>
      ))}
    </ul>
  )
}
