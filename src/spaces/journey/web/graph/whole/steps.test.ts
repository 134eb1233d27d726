import { MultiDirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { directions, stepTowards } from './steps.ts'

const look = { size: 1, label: '', shape: 'circle', color: '#000', opacity: 1 }

function figureAt(places: Record<string, [x: number, y: number]>, links: [string, string][] = []) {
  const graph: Parameters<typeof stepTowards>[0] = new MultiDirectedGraph()
  for (const [id, [x, y]] of Object.entries(places)) graph.addNode(id, { ...look, x, y })
  for (const [from, to] of links) graph.addDirectedEdge(from, to, { type: 'ABOUT', weight: 1, size: 1, opacity: 1 })
  return graph
}

const go = (graph: ReturnType<typeof figureAt>, key: string, from = 'me') => {
  const direction = directions.get(key)
  if (!direction) throw new Error(`${key} leads nowhere`)
  return stepTowards(graph, from, direction)
}

test('an arrow leads to the nearest linked node on its side, whichever way the link goes', () => {
  const places = { me: [0, 0], near: [1, 0.2], far: [3, 0], up: [0.1, 2], left: [-2, 1] } satisfies Record<
    string,
    [number, number]
  >
  const graph = figureAt(places, [
    ['me', 'near'],
    ['far', 'me'],
    ['up', 'me'],
    ['me', 'left'],
  ])
  expect(['ArrowRight', 'ArrowUp', 'ArrowLeft'].map((key) => go(graph, key))).toEqual(['near', 'up', 'left'])
})

test('a link further away comes before a nearer node without one', () => {
  const graph = figureAt({ me: [0, 0], linked: [5, 0], stranger: [1, 0] }, [['me', 'linked']])
  expect(go(graph, 'ArrowRight')).toBe('linked')
})

test('where no link leads on, the nearest node on that side does, and nobody is left behind', () => {
  const graph = figureAt({ me: [0, 0], below: [0, -4] })
  expect(go(graph, 'ArrowDown')).toBe('below')
  expect(go(graph, 'ArrowUp', 'below')).toBe('me')
  expect(go(graph, 'ArrowUp')).toBe('me')
})
