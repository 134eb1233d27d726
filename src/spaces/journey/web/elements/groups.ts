/** Puts elements into groups by kind: what stands, strongest first, apart from what a person rejected. */
import type { Element, ElementKind } from '../../contract.ts'
import { kinds } from '../kinds/kinds.ts'

export interface ElementGroup {
  kind: ElementKind
  standing: readonly Element[]
  rejected: readonly Element[]
}

/** Feelings and topics are many and short, so the strongest lead; what was said in sentences stays in order of the text. */
const ranked: ReadonlySet<ElementKind> = new Set(['emotion', 'topic'])

export function groupElements(elements: readonly Element[]): ElementGroup[] {
  return kinds
    .map((kind) => groupOf(kind, inOrder(kind, elements)))
    .filter(({ standing, rejected }) => standing.length + rejected.length > 0)
}

function groupOf(kind: ElementKind, elements: readonly Element[]): ElementGroup {
  return {
    kind,
    standing: elements.filter(({ status }) => status !== 'rejected'),
    rejected: elements.filter(({ status }) => status === 'rejected'),
  }
}

function inOrder(kind: ElementKind, elements: readonly Element[]) {
  const ofKind = elements.filter((element) => element.kind === kind)
  return ranked.has(kind) ? ofKind.sort((a, b) => b.confidence - a.confidence) : ofKind.sort(byPlace)
}

const byPlace = (a: Element, b: Element) => placeOf(a) - placeOf(b)
const placeOf = ({ spans }: Element) => spans[0]?.start ?? Infinity

/** The neighbour in a list that is walked by keys; without a current one, the first or the last. */
export function neighbourOf<T>(list: readonly T[], current: T | undefined, step: 1 | -1): T | undefined {
  const index = current === undefined ? -1 : list.indexOf(current)
  if (index < 0) return step > 0 ? list[0] : list.at(-1)
  return list[Math.min(Math.max(index + step, 0), list.length - 1)]
}
