/** The layout as it really is: a CommonJS function. Its own types call that function `default`, which it has not. */
declare module 'graphology-layout-forceatlas2' {
  import type { AbstractGraph } from 'graphology-types'

  interface Settings {
    gravity: number
    scalingRatio: number
    slowDown: number
    barnesHutOptimize: boolean
    strongGravityMode: boolean
  }

  interface Parameters {
    iterations: number
    settings: Settings
    getEdgeWeight: string
  }

  /** Answers a place for every node, and changes nothing. */
  const layout: {
    (graph: AbstractGraph, parameters: Parameters): Record<string, { x: number; y: number }>
    inferSettings(order: number): Settings
  }
  export = layout
}
