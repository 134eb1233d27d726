/** Which node an arrow key leads to. Pure: from where the nodes stand, with y upwards as the picture has it. */
import type { Figure } from './figure.ts'

interface Direction {
  x: number
  y: number
}

export const directions: ReadonlyMap<string, Direction> = new Map([
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowUp', { x: 0, y: 1 }],
  ['ArrowDown', { x: 0, y: -1 }],
])

/** The nearest in that direction of those it is linked with, else of all; itself where there is nothing. */
export function stepTowards(graph: Figure, id: string, direction: Direction): string {
  const { x, y } = graph.getNodeAttributes(id)
  const ahead = (ids: readonly string[]) => {
    const places = ids.flatMap((other) => {
      const { x: otherX, y: otherY } = graph.getNodeAttributes(other)
      const [right, up] = [otherX - x, otherY - y]
      const along = right * direction.x + up * direction.y
      const aside = Math.abs(right * direction.y + up * direction.x)
      return along > 0 && along >= aside ? [{ other, distance: Math.hypot(right, up) }] : []
    })
    return places.sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))[0]?.other
  }
  return ahead(graph.neighbors(id)) ?? ahead(graph.nodes().filter((other) => other !== id)) ?? id
}
