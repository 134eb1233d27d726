/** The kinds of elements in the order in which pages show them, and how one element is put into words. */
import type { Element, ElementKind } from '../../contract.ts'
import { words } from '../words.ts'

export const kinds = ['emotion', 'topic', 'belief', 'challenge', 'insight', 'action'] as const satisfies ElementKind[]

/** What stands on the element: "not afraid" for a negated emotion, a person's own wording as it is. */
export function titleOf({ label, status, traits }: Element) {
  return traits.negated === true && status !== 'edited' ? words.elements.negated(label) : label
}
