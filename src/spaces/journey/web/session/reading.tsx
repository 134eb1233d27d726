/** Text and findings side by side; on a narrow screen one at a time, with the chosen finding at the foot of the text. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CloseIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import type { Element, ElementKind, Session, Transcript } from '../../contract.ts'
import { ElementActions } from '../elements/actions.tsx'
import { ElementTitle } from '../elements/element.tsx'
import { ElementPanel } from '../elements/panel.tsx'
import { PlaceInAddress } from '../elements/place-in-address.ts'
import { useReview, type Review } from '../elements/review.ts'
import { kinds } from '../kinds/kinds.ts'
import { isAtWork, useElements, useTranscript } from '../queries.ts'
import { TranscriptText } from '../transcript/transcript.tsx'
import { words } from '../words.ts'

type View = 'text' | 'found'

export function Reading({ session }: { session: Session }) {
  const [view, setView] = useState<View>('text')
  const transcript = useTranscript(session)
  const found = useElements(session)
  const elements = found.data?.items ?? nothing
  const asked = PlaceInAddress.parse(useSearch({ strict: false }))
  const review = useReview({ sessionId: session.id, elements, asked, turnToText: () => setView('text') })
  const marked = useMarked()
  const standing = elements.filter(({ status }) => status !== 'rejected')
  const visible = standing.filter(({ id, kind }) => marked.kinds.has(kind) || id === review.selection?.elementId)
  const error = transcript.error ?? found.error

  if (error) return <Problem error={error} retry={() => void Promise.all([transcript.refetch(), found.refetch()])} />
  const text = <ReadText transcript={transcript.data} elements={visible} review={review} />
  if (isBare(session, elements)) return <div className="journey-text">{text}</div>
  return (
    <div className="journey-reading" data-view={view}>
      <ViewSwitch view={view} setView={setView} found={standing.length} />
      <div className="journey-text">
        {text}
        <ChosenElement review={review} />
      </div>
      <div className="journey-side">
        <ElementPanel found={found.data} isAtWork={isAtWork(session)} review={review} marked={marked} />
      </div>
    </div>
  )
}

const nothing: readonly Element[] = []

/** Nothing was looked for in this text, so there is no list of what was found. */
const isBare = (session: Session, elements: readonly Element[]) =>
  elements.length === 0 && !isAtWork(session) && !session.isAnalysed

interface ReadTextProps {
  transcript: Transcript | undefined
  elements: readonly Element[]
  review: Review
}

function ReadText({ transcript, elements, review }: ReadTextProps) {
  if (!transcript) return <SkeletonLines lines={12} />
  return (
    <TranscriptText transcript={transcript} elements={elements} selection={review.selection} onSelect={review.select} />
  )
}

function useMarked() {
  const [shown, setShown] = useState<ReadonlySet<ElementKind>>(new Set(kinds))
  const toggle = (kind: ElementKind) =>
    setShown((before) => new Set(kinds.filter((each) => before.has(each) !== (each === kind))))
  return { kinds: shown, toggle }
}

interface ViewSwitchProps {
  view: View
  setView: (view: View) => void
  found: number
}

function ViewSwitch({ view, setView, found }: ViewSwitchProps) {
  const option = (name: View, label: string) => (
    <button type="button" aria-pressed={view === name} onClick={() => setView(name)}>
      {label}
    </button>
  )
  return (
    <div className="journey-views" role="group" aria-label={words.session.views}>
      {option('text', words.session.text)}
      {option('found', words.session.found(found))}
    </div>
  )
}

/** For screens where the list is out of sight. */
function ChosenElement({ review }: { review: Review }) {
  const { selected } = review
  if (!selected) return null
  return (
    <div className="journey-chosen" data-kind={selected.kind}>
      <div className="journey-chosen-head">
        <ElementTitle element={selected} />
        <button type="button" aria-label={words.elements.close} onClick={review.clear}>
          <CloseIcon />
        </button>
      </div>
      <ElementActions element={selected} review={review} />
    </div>
  )
}
