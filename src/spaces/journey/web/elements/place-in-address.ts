/** A place of a session that a link leads to: `?element=…&at=120` opens on the quote of that element that begins there. */
import { z } from 'zod'
import type { Element } from '../../contract.ts'
import type { Selection } from '../transcript/transcript.tsx'

export const PlaceInAddress = z.object({
  element: z.string().optional().catch(undefined),
  at: z.coerce.number().int().optional().catch(undefined),
})
export type PlaceInAddress = z.infer<typeof PlaceInAddress>

/** How far away, in UTF-16 units, something may begin that stands for a place where nothing does. */
const near = 200

/** An element that is gone since gives way to the one that begins there, or nearest to it. */
export function selectionAt(elements: readonly Element[], { element, at }: PlaceInAddress): Selection | undefined {
  const named = elements.find(({ id }) => id === element)
  if (named)
    return {
      elementId: named.id,
      place: Math.max(
        0,
        named.spans.findIndex(({ start }) => start === at),
      ),
    }
  if (at === undefined) return undefined
  const places = elements.flatMap(({ id, spans }) =>
    spans.map(({ start }, place) => ({ elementId: id, place, distance: Math.abs(start - at) })),
  )
  const [nearest] = places.filter(({ distance }) => distance <= near).sort((a, b) => a.distance - b.distance)
  return nearest && { elementId: nearest.elementId, place: nearest.place }
}
