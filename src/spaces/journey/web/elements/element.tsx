/** One thing that was found: what Cairn concluded or the person said, how sure it is, the quote, and what to do. */
import { useEffect, useRef } from 'react'
import type { Element } from '../../contract.ts'
import { ElementAction } from '../actions/element-action.tsx'
import { titleOf } from '../kinds/kinds.ts'
import { StandingMark } from '../kinds/machine-mark.tsx'
import { words } from '../words.ts'
import { ElementActions } from './actions.tsx'
import type { Review } from './review.ts'
import { traitsInWords } from './traits.ts'

export function ElementItem({ element, review }: { element: Element; review: Review }) {
  const frame = useRef<HTMLLIElement>(null)
  const isSelected = review.selection?.elementId === element.id
  const isEdited = review.editedId === element.id
  useEffect(() => {
    if (isSelected && !isEdited && frame.current) bringForward(frame.current)
  }, [isSelected, isEdited])
  return (
    <li
      ref={frame}
      className="journey-element"
      data-kind={element.kind}
      data-status={element.status}
      data-selected={isSelected}
    >
      <button
        type="button"
        className="journey-element-main"
        aria-pressed={isSelected}
        onClick={() => review.select(element.id)}
      >
        <ElementTitle element={element} />
        <Quote element={element} place={isSelected ? (review.selection?.place ?? 0) : 0} />
      </button>
      {element.kind === 'action' && element.status !== 'rejected' && <ElementAction element={element} />}
      {isSelected && <ElementActions element={element} review={review} />}
    </li>
  )
}

/** Whoever walks by keys takes the focus along; whoever reads or types elsewhere keeps it. */
function bringForward(item: HTMLElement) {
  item.scrollIntoView({ block: 'nearest' })
  const { activeElement } = document
  const isFree = activeElement?.contains(item) || item.closest('.journey-panel')?.contains(activeElement)
  if (isFree) item.querySelector('button')?.focus({ preventScroll: true })
}

export function ElementTitle({ element }: { element: Element }) {
  const { band, confidence, status } = element
  return (
    <span className="journey-element-head">
      <span className="journey-element-name">
        <span className="journey-element-title" data-status={status}>
          {titleOf(element)}
        </span>
        <StandingMark status={status} />
        <Traits element={element} />
      </span>
      {status === 'proposed' && (
        <span className="journey-band" data-band={band} title={words.elements.sure(confidence)}>
          {words.elements.bands[band]}
        </span>
      )}
    </span>
  )
}

function Traits({ element }: { element: Element }) {
  return traitsInWords(element).map((trait) => (
    <span key={trait} className="journey-badge">
      {trait}
    </span>
  ))
}

/** The quote, unless the title repeats it. */
function Quote({ element, place }: { element: Element; place: number }) {
  const quote = element.spans[place]?.quote
  if (quote === undefined || quote.trim() === element.label) return null
  return (
    <span className="journey-element-quote" dir="auto">
      {quote}
    </span>
  )
}
