/**
 * A person's words with the evidence marked in them. Long texts are drawn in chunks: one near the screen has its
 * paragraphs and marks, one far away is plain text, which costs next to nothing and can still be found by the browser.
 */
import { useEffect, useMemo, useRef, type MouseEvent } from 'react'
import type { Element as Found, Transcript } from '../../contract.ts'
import { words } from '../words.ts'
import { blocksOf, chunksOf } from './blocks.ts'
import { TranscriptChunk } from './chunk.tsx'
import { marksByBlock, marksOf } from './runs.ts'
import { scrollToQuote } from './scroll.ts'
import './transcript.css'

/** The element that is looked at, and which of its quotes. */
export interface Selection {
  elementId: string
  place: number
}

interface TranscriptTextProps {
  transcript: Transcript
  elements: readonly Found[]
  selection: Selection | undefined
  onSelect: (elementId: string, place: number) => void
}

const chunkSize = 8000
/** Texts up to this many characters are drawn at once. */
const smallText = 60_000

export function TranscriptText({ transcript, elements, selection, onSelect }: TranscriptTextProps) {
  const frame = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => blocksOf(transcript), [transcript])
  const chunks = useMemo(() => chunksOf(blocks, chunkSize), [blocks])
  const marks = useMemo(
    () => marksByBlock(blocks, marksOf(transcript.text, elements)),
    [blocks, elements, transcript.text],
  )
  const chosen = elements.find(({ id }) => id === selection?.elementId)
  const quote = chosen?.spans[selection?.place ?? 0]
  const quoteStart = quote?.start

  useEffect(() => {
    if (quoteStart !== undefined && frame.current) return scrollToQuote(frame.current)
  }, [quoteStart, selection])

  const isConversation = blocks.some(({ speaker, startsAt }) => speaker !== null || startsAt !== null)
  return (
    <div
      ref={frame}
      className="journey-transcript"
      data-conversation={isConversation}
      dir="auto"
      role="group"
      aria-label={words.transcript.label}
      onClick={(event) => selectAt(event, { elements, selection, onSelect })}
    >
      {chunks.map((chunk) => (
        <TranscriptChunk
          key={chunk.start}
          text={transcript.text}
          chunk={chunk}
          marks={marks}
          isSmall={transcript.text.length <= smallText}
          chosen={chosen && quote && isWithin(quote, chunk) ? { element: chosen, quote } : undefined}
        />
      ))}
    </div>
  )
}

const isWithin = (quote: { start: number; end: number }, chunk: { start: number; end: number }) =>
  quote.start < chunk.end && quote.end > chunk.start

interface Clickable {
  elements: readonly Found[]
  selection: Selection | undefined
  onSelect: (elementId: string, place: number) => void
}

/** A click on a mark selects its element at this place; further clicks walk through all that quote it. */
function selectAt({ target }: MouseEvent, { elements, selection, onSelect }: Clickable) {
  if (!(target instanceof HTMLElement) || window.getSelection()?.isCollapsed === false) return
  const { elements: ids = '', start } = target.closest<HTMLElement>('[data-elements]')?.dataset ?? {}
  const quoting = elements.filter(({ id }) => ids.split(' ').includes(id))
  const now = quoting.findIndex(({ id }) => id === selection?.elementId)
  const next = quoting[(now + 1) % quoting.length]
  if (next) onSelect(next.id, placeOf(next, Number(start)))
}

const placeOf = ({ spans }: Found, position: number) =>
  Math.max(
    0,
    spans.findIndex(({ start, end }) => start <= position && position < end),
  )
