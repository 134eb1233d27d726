import { describe, expect, it } from 'vitest'
import type { GraphEdge, GraphNode } from '../../contract.ts'
import { companyOf, pictureOf } from './picture.ts'

const node = (id: string, kind: GraphNode['kind'], ref: string | null = null): GraphNode => ({
  id,
  kind,
  label: id,
  ref,
  times: 1,
})
const edge = (source: string, target: string, weight = 1): GraphEdge => ({
  source,
  target,
  type: 'MENTIONS',
  weight,
  times: 1,
  evidence: [],
})
const session = node('s1', 'session', 'S1')

describe('the picture of a neighbourhood', () => {
  it('leaves out the person and what only hangs on the person', () => {
    const nodes = [node('me', 'person'), session, node('s2', 'session', 'S2'), node('joy', 'emotion')]
    const picture = pictureOf({ nodes, edges: [edge('me', 's1'), edge('me', 's2'), edge('s1', 'joy')] }, 'S1', 40)
    expect(picture?.around.map(({ id }) => id)).toEqual(['joy'])
    expect(picture?.edges).toHaveLength(1)
  })

  it('keeps other sessions that share a node', () => {
    const nodes = [session, node('s2', 'session', 'S2'), node('joy', 'emotion')]
    const picture = pictureOf({ nodes, edges: [edge('s1', 'joy'), edge('s2', 'joy')] }, 'S1', 40)
    expect(picture?.around.map(({ id }) => id)).toEqual(['joy', 's2'])
  })

  it('leaves out what only another session names', () => {
    const nodes = [session, node('s2', 'session', 'S2'), node('sleep', 'topic'), node('anger', 'emotion')]
    const edges = [edge('s1', 'sleep'), edge('s2', 'sleep'), edge('s2', 'anger'), edge('anger', 'sleep')]
    expect(pictureOf({ nodes, edges }, 'S1', 40)?.around.map(({ id }) => id)).toEqual(['s2', 'sleep'])
  })

  it('draws the strongest, kind by kind, and counts them all', () => {
    const nodes = [session, node('work', 'topic'), node('joy', 'emotion'), node('calm', 'emotion')]
    const edges = [edge('s1', 'work', 3), edge('s1', 'joy', 1), edge('s1', 'calm', 2)]
    const picture = pictureOf({ nodes, edges }, 'S1', 2)
    expect(picture?.around.map(({ id }) => id)).toEqual(['calm', 'work'])
    expect(picture?.all).toBe(3)
  })

  it('does not draw a node whose only link was too weak to be drawn', () => {
    const nodes = [session, node('joy', 'emotion'), node('family', 'family'), node('work', 'topic')]
    const edges = [edge('s1', 'joy', 1), edge('joy', 'family', 9), edge('s1', 'work', 20)]
    expect(pictureOf({ nodes, edges }, 'S1', 1)?.around.map(({ id }) => id)).toEqual(['work'])
  })

  it('is none where the session is not in the graph', () => {
    expect(pictureOf({ nodes: [node('joy', 'emotion')], edges: [] }, 'S1', 40)).toBeUndefined()
  })
})

describe('the company of a node', () => {
  it('is itself and what an edge joins with it', () => {
    expect(companyOf('b', [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')])).toEqual(new Set(['a', 'b', 'c']))
  })
})
