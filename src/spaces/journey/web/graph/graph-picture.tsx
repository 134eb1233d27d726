/** The picture: the session in the middle, what hangs together with it around it, lines as strong as their weight. */
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { GraphEdge, GraphNode } from '../../contract.ts'
import { neighbourOf } from '../elements/groups.ts'
import { words } from './words.ts'
import { curveBetween, layoutAround } from './layout.ts'
import { GraphNodeMark, type Place } from './node-mark.tsx'
import { companyOf, type Picture } from './picture.ts'

interface GraphPictureProps {
  picture: Picture
  selectedId: string | undefined
  select: (id: string | undefined) => void
}

const rowHeights = { mouse: 36, finger: 44 }
/** Until the room on the page is known. */
const firstWidth = 720

export function GraphPicture({ picture, selectedId, select }: GraphPictureProps) {
  const { ref, width: measured } = useElementSize()
  const isFinger = useMediaQuery('(pointer: coarse)')
  const width = measured || firstWidth
  const rowHeight = isFinger || width < 560 ? rowHeights.finger : rowHeights.mouse
  const layout = layoutAround(
    picture.around.map(({ kind }) => kind),
    { width, rowHeight },
  )
  const places = new Map<string, Place>([[picture.centre.id, layout.centre]])
  for (const [index, { id }] of picture.around.entries()) places.set(id, layout.spots[index] ?? layout.centre)
  const company = selectedId === undefined ? undefined : companyOf(selectedId, picture.edges)
  const isFaded = (id: string) => company !== undefined && !company.has(id)
  return (
    <div ref={ref} className="journey-picture">
      <svg width={width} height={layout.height} role="group" aria-label={words.picture}>
        <Lines edges={picture.edges} places={places} centre={layout.centre} selectedId={selectedId} />
        <Nodes
          nodes={[picture.centre, ...picture.around]}
          places={places}
          frame={{ rowHeight, edges: picture.edges, isFaded }}
          selectedId={selectedId}
          select={select}
        />
      </svg>
    </div>
  )
}

interface LinesProps {
  edges: readonly GraphEdge[]
  places: ReadonlyMap<string, Place>
  centre: Place
  selectedId: string | undefined
}

function Lines({ edges, places, centre, selectedId }: LinesProps) {
  return (
    <g aria-hidden="true">
      {edges.map(({ source, target, type, weight }) => {
        const from = places.get(source)
        const to = places.get(target)
        if (!from || !to) return null
        const isChosen = source === selectedId || target === selectedId
        return (
          <path
            key={`${source} ${type} ${target}`}
            className="journey-line"
            data-type={type}
            data-chosen={isChosen}
            data-faded={selectedId !== undefined && !isChosen}
            d={curveBetween(from, to, centre)}
            strokeWidth={Math.min(1 + Math.log2(Math.max(weight, 1)), 5)}
          />
        )
      })}
    </g>
  )
}

interface NodesProps {
  nodes: readonly GraphNode[]
  places: ReadonlyMap<string, Place>
  frame: { rowHeight: number; edges: readonly GraphEdge[]; isFaded: (id: string) => boolean }
  selectedId: string | undefined
  select: (id: string | undefined) => void
}

/** One stop for the tab key; the arrows walk around the circle. */
function Nodes({ nodes, places, frame, selectedId, select }: NodesProps) {
  const group = useRef<SVGGElement>(null)
  useEffect(() => {
    if (selectedId !== undefined && group.current) keepAboveDetails(group.current)
  }, [selectedId])
  const [focusedId, setFocusedId] = useState<string>()
  const stop = [focusedId, selectedId].find((id) => nodes.some((node) => node.id === id)) ?? nodes[0]?.id
  const toggle = ({ id }: GraphNode) => select(id === selectedId ? undefined : id)
  const focus = (index: number) => group.current?.querySelectorAll<SVGGElement>('[role="button"]')[index]?.focus()
  const press = (event: KeyboardEvent, node: GraphNode) => {
    const step = stepOf(event.key)
    const next = step && neighbourOf(nodes, node, step)
    if (next) focus(nodes.indexOf(next))
    else if (event.key === 'Enter' || event.key === ' ') toggle(node)
    else if (event.key === 'Escape') select(undefined)
    else return
    event.preventDefault()
  }
  return (
    <g ref={group}>
      {nodes.map((node) => (
        <g
          key={node.id}
          className="journey-node"
          data-kind={node.kind}
          data-faded={frame.isFaded(node.id)}
          onClick={() => toggle(node)}
          onFocus={() => setFocusedId(node.id)}
          onKeyDown={(event) => press(event, node)}
        >
          <GraphNodeMark
            node={node}
            place={places.get(node.id)}
            rowHeight={frame.rowHeight}
            button={{
              role: 'button',
              tabIndex: node.id === stop ? 0 : -1,
              'aria-pressed': node.id === selectedId,
              'aria-label': nameOf(node, frame.edges),
            }}
          />
        </g>
      ))}
    </g>
  )
}

/** On a narrow page the details lie over the lower part of the picture. */
function keepAboveDetails(nodes: SVGGElement) {
  const selected = nodes.querySelector('[aria-pressed="true"]')
  if (!selected || !window.matchMedia('(max-width: 74.99em)').matches) return
  if (selected.getBoundingClientRect().bottom > window.innerHeight / 2) selected.scrollIntoView({ block: 'center' })
}

function stepOf(key: string) {
  if (key === 'ArrowDown' || key === 'ArrowRight') return 1
  return key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : undefined
}

function nameOf({ id, kind, label }: GraphNode, edges: readonly GraphEdge[]) {
  return words.node(words.nodeKinds[kind], label, companyOf(id, edges).size - 1)
}
