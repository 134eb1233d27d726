/** The picture: sigma draws the model; a click chooses a node, buttons zoom. Throws nothing where there is no WebGL. */
import { ActionIcon } from '@mantine/core'
import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useMemo, useRef } from 'react'
import { Sigma } from 'sigma'
import { layerFill, sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering'
import type { GraphKind } from '../../../contract.ts'
import { words } from '../words.ts'
import { highlight, figureOf, type Drawing, type Figure } from './figure.ts'
import { NodeKeys } from './node-keys.tsx'

interface CanvasProps {
  drawing: Drawing
  selectedId: string | undefined
  select: (id: string | undefined) => void
}

export function GraphCanvas({ drawing, selectedId, select }: CanvasProps) {
  const frame = useRef<HTMLDivElement>(null)
  const sigma = useRef<ReturnType<typeof draw>>(null)
  const isStill = useReducedMotion()
  const graph = useMemo(() => figureOf(drawing, colourOf), [drawing])
  useEffect(() => {
    if (!frame.current) return undefined
    const drawn = draw(graph, frame.current)
    sigma.current = drawn
    drawn.on('clickNode', ({ node }) => select(node))
    drawn.on('clickStage', () => select(undefined))
    return () => {
      sigma.current = null
      drawn.kill()
    }
  }, [graph, select])
  const duration = isStill ? 0 : 200
  useEffect(() => {
    highlight(graph, selectedId)
    if (sigma.current && selectedId !== undefined) bringIntoView(sigma.current, selectedId, duration)
  }, [graph, selectedId, duration])
  const zoom = (direction: 'zoomIn' | 'zoomOut') => void sigma.current?.getCamera()[direction]({ duration })
  return (
    <div className="whole-graph-picture">
      <div className="whole-graph-frame">
        <div
          ref={frame}
          className="whole-graph-canvas"
          role="img"
          aria-label={words.whole.picture(drawing.nodes.length)}
        />
        <NodeKeys nodes={drawing.nodes} graph={graph} selectedId={selectedId} select={select} />
      </div>
      <div className="whole-graph-zoom">
        <ActionIcon variant="default" size={44} aria-label={words.whole.zoomOut} onClick={() => zoom('zoomOut')}>
          −
        </ActionIcon>
        <ActionIcon variant="default" size={44} aria-label={words.whole.zoomIn} onClick={() => zoom('zoomIn')}>
          +
        </ActionIcon>
      </div>
    </div>
  )
}

/** The theme says the colour of a kind in its style sheet. */
function colourOf(kind: GraphKind) {
  const probe = document.createElement('span')
  probe.dataset['kind'] = kind
  document.body.append(probe)
  const colour = getComputedStyle(probe).getPropertyValue('--kind').trim()
  probe.remove()
  return colour.startsWith('#') ? colour : inkOf()
}

/** On a narrow screen labels may be cut; the picture would be a dot else. */
const roomForLabels = 600

const inkOf = () => getComputedStyle(document.documentElement).getPropertyValue('--ink-soft').trim()

function draw(graph: Figure, frame: HTMLElement) {
  const style = getComputedStyle(document.documentElement)
  const ink = style.getPropertyValue('--ink').trim()
  const line = style.getPropertyValue('--hairline-strong').trim()
  return new Sigma(graph, frame, {
    primitives: {
      nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle()], layers: [layerFill()] },
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        opacity: { attribute: 'opacity' },
        shape: { attribute: 'shape' },
        label: { attribute: 'label' },
        labelColor: ink,
        labelSize: 13,
        labelFont: 'system-ui, sans-serif',
        cursor: 'pointer',
      },
      edges: { size: { attribute: 'size' }, color: line, opacity: { attribute: 'opacity' } },
    },
    settings: {
      itemSizesReference: 'screen',
      autoRescaleContent: frame.clientWidth > roomForLabels ? 'labels' : 'nodes',
      labelRenderedSizeThreshold: 5,
      labelDensity: 1.4,
      stagePadding: 40,
      enableCameraRotation: false,
    },
  })
}

/** In pixels from the edge; nearer to it a label would be cut. */
const margin = 90

/** Who walks by keys through a picture that is zoomed in would else choose what is not to be seen. */
function bringIntoView(sigma: ReturnType<typeof draw>, node: string, duration: number) {
  const place = sigma.getNodeDisplayData(node)
  if (!place) return
  const { x, y } = sigma.framedGraphToViewport(place)
  const { width, height } = sigma.getDimensions()
  const isSeen = x > margin && x < width - margin && y > margin && y < height - margin
  if (!isSeen) void sigma.getCamera().animate({ x: place.x, y: place.y }, { duration })
}

/** A machine without graphics gets the table. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}
