/** A place of a session that a link leads to: `?element=…&at=120` opens on the quote of that element that begins there. */
import { z } from 'zod'
import type { Element } from '../../contract.ts'
import type { Selection } from '../transcript/transcript.tsx'

export const PlaceInAddress = z.object({
  element: z.string().optional().catch(undefined),
  at: z.coerce.number().int().optional().catch(undefined),
})
export type PlaceInAddress = z.infer<typeof PlaceInAddress>

/** An element that is gone since gives way to another one that begins there. */
export function selectionAt(elements: readonly Element[], { element, at }: PlaceInAddress): Selection | undefined {
  const begins = ({ spans }: Element) => spans.findIndex(({ start }) => start === at)
  const found = elements.find(({ id }) => id === element) ?? elements.find((each) => begins(each) >= 0)
  return found && { elementId: found.id, place: Math.max(0, begins(found)) }
}
