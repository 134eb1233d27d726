/** Some blocks of a transcript, drawn in full once they come near the screen. */
import { memo, useEffect, useRef, useState, type RefObject } from 'react'
import type { Element, Span } from '../../contract.ts'
import { titleOf } from '../kinds/kinds.ts'
import { words } from '../words.ts'
import type { Block, Chunk } from './blocks.ts'
import { runsOf, visibleText, type Mark, type Run } from './runs.ts'

interface Chosen {
  element: Element
  quote: Span
}

interface TranscriptChunkProps {
  text: string
  chunk: Chunk
  marks: ReadonlyMap<Block, readonly Mark[]>
  isSmall: boolean
  chosen: Chosen | undefined
}

export const TranscriptChunk = memo(function TranscriptChunk(props: TranscriptChunkProps) {
  const { text, chunk, marks, isSmall, chosen } = props
  const frame = useRef<HTMLElement>(null)
  const isNear = useIsNear(frame, !isSmall)
  const isDrawn = isSmall || isNear || chosen !== undefined
  return (
    <section ref={frame} className="journey-chunk" data-large={!isSmall}>
      {isDrawn ? (
        chunk.blocks.map((block, index) => (
          <TranscriptBlock
            key={block.start}
            text={text}
            block={block}
            previous={chunk.blocks[index - 1]}
            marks={marks.get(block) ?? none}
            chosen={chosen}
          />
        ))
      ) : (
        <p className="journey-paragraph">{visibleText(text, chunk)}</p>
      )}
    </section>
  )
})

const none: readonly Mark[] = []

interface TranscriptBlockProps {
  text: string
  block: Block
  previous: Block | undefined
  marks: readonly Mark[]
  chosen: Chosen | undefined
}

function TranscriptBlock({ text, block, previous, marks, chosen }: TranscriptBlockProps) {
  const isNewVoice = block.speaker !== null && block.speaker !== previous?.speaker
  return (
    <div className="journey-block" data-continued={block.isContinued} data-cue={block.startsAt !== null}>
      {(isNewVoice || block.startsAt !== null) && !block.isContinued && (
        <p className="journey-voice">
          {isNewVoice && <strong>{block.speaker}</strong>}
          {block.startsAt !== null && <span className="figures">{words.minutes(block.startsAt)}</span>}
        </p>
      )}
      <p className="journey-paragraph">
        {runsOf(block, marks).map((run) => (
          <TranscriptRun key={run.start} text={text} run={run} chosen={chosen} />
        ))}
      </p>
    </div>
  )
}

function TranscriptRun({ text, run, chosen }: { text: string; run: Run; chosen: Chosen | undefined }) {
  const isChosen = chosen !== undefined && run.start >= chosen.quote.start && run.end <= chosen.quote.end
  const shown = isChosen ? chosen.element : run.elements.at(-1)
  const visible = visibleText(text, run)
  if (!shown) return visible
  return (
    <span
      className="journey-quote"
      data-kind={shown.kind}
      data-status={shown.status}
      data-many={run.elements.length > 1}
      data-chosen={isChosen}
      data-start={run.start}
      data-elements={run.elements.map(({ id }) => id).join(' ')}
      title={run.elements.map((element) => words.transcript.evidence(element.kind, titleOf(element))).join('\n')}
    >
      {visible}
    </span>
  )
}

/** Two screens ahead, so that nobody sees it happen. */
const nearby = { rootMargin: '200% 0px' }

function useIsNear(frame: RefObject<HTMLElement | null>, isWatching: boolean) {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!frame.current || !isWatching) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), nearby)
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame, isWatching])
  return isNear
}
