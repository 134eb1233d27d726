/**
 * Going through the marks of a drawing by keys: one stop for the tab key, arrows from mark to mark, Home and End to the
 * ends, Enter or the space bar to open, Escape to close.
 */
import { useRef, useState, type KeyboardEvent } from 'react'

/** Where a mark stands in the order of the drawing. */
export interface Place {
  row: number
  column: number
}

interface Walk {
  places: readonly Place[]
  open: (index: number) => void
  close: () => void
}

export function useWalk({ places, open, close }: Walk) {
  const ref = useRef<SVGGElement>(null)
  const [at, setAt] = useState(0)
  const stop = Math.min(at, places.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(places, stop, event.key)
    if (next !== undefined) ref.current?.querySelector<SVGElement>(`[data-place="${next}"]`)?.focus()
    else if (event.key === 'Enter' || event.key === ' ') open(stop)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  const markOf = (index: number, name: string) => ({
    role: 'button',
    className: 'chart-mark',
    tabIndex: index === stop ? 0 : -1,
    'aria-label': name,
    'data-place': index,
    onFocus: () => setAt(index),
    onClick: () => open(index),
  })
  return { group: { ref, onKeyDown }, markOf }
}

/** The mark that an arrow leads to, if there is one. In a drawing of one row all arrows go along it. */
export function placeAfter(places: readonly Place[], from: number, key: string): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return places.length - 1
  const step = steps[key]
  const here = places[from]
  if (!step || !here) return undefined
  const isOneRow = places.every(({ row }) => row === here.row)
  const isAcross = step.isAcross && !isOneRow
  const ahead = (place: Place) => (isAcross ? place.row - here.row : place.column - here.column) * step.sign
  const aside = (place: Place) => Math.abs(isAcross ? place.column - here.column : place.row - here.row)
  const found = [...places.entries()]
    .filter(([, place]) => ahead(place) > 0 && (isAcross || aside(place) === 0))
    .sort(([, a], [, b]) => ahead(a) - ahead(b) || aside(a) - aside(b))
  return found[0]?.[0]
}

const steps: Record<string, { isAcross: boolean; sign: 1 | -1 }> = {
  ArrowRight: { isAcross: false, sign: 1 },
  ArrowLeft: { isAcross: false, sign: -1 },
  ArrowDown: { isAcross: true, sign: 1 },
  ArrowUp: { isAcross: true, sign: -1 },
}
