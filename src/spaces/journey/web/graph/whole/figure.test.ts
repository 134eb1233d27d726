import { describe, expect, it } from 'vitest'
import type { GraphEdge, GraphNode } from '../../../contract.ts'
import { highlight, figureOf } from './figure.ts'

const node = (id: string, kind: GraphNode['kind'] = 'topic'): GraphNode => ({
  id,
  kind,
  label: id,
  ref: null,
  times: 2,
})
const edge = (source: string, target: string): GraphEdge => {
  return { source, target, type: 'ABOUT', weight: 1, times: 1, evidence: [] }
}
const drawing = {
  nodes: [node('fear', 'emotion'), node('work'), node('home'), node('alone')],
  edges: [edge('fear', 'work'), edge('fear', 'home'), edge('fear', 'elsewhere')],
}
const grey = () => '#777777'
const placesOf = (graph: ReturnType<typeof figureOf>) =>
  Object.fromEntries(graph.mapNodes((id, { x, y }) => [id, [x, y]]))

describe('the figure', () => {
  it('puts every node into the same place each time, whatever the order it came in', () => {
    const places = placesOf(figureOf(drawing, grey))
    expect(placesOf(figureOf({ ...drawing, nodes: drawing.nodes.toReversed() }, grey))).toEqual(places)
    expect(Object.values(places).flat().every(Number.isFinite)).toBe(true)
  })

  it('leaves out edges that end nowhere', () => {
    expect(figureOf(drawing, grey).size).toBe(2)
  })

  it('is empty where there is nothing', () => {
    expect(figureOf({ nodes: [], edges: [] }, grey).order).toBe(0)
  })

  it('fades what is not beside the chosen node, and shows all again afterwards', () => {
    const graph = figureOf(drawing, grey)
    const faded = () => graph.filterNodes((_, { opacity }) => opacity < 1)
    highlight(graph, 'work')
    expect(faded().sort()).toEqual(['alone', 'home'])
    highlight(graph, undefined)
    expect(faded()).toEqual([])
  })
})
