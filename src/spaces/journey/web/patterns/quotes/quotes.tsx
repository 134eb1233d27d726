/** A person's own words as evidence: each leads to its place in its session. */
import { useState } from 'react'
import { ForwardIcon } from '../../../../../web/kit/icons.tsx'
import { TextLink } from '../../../../../web/kit/link.tsx'
import { When } from '../../../../../web/kit/when.tsx'
import type { PatternEvidence } from '../../../patterns/contract.ts'
import { words } from '../words.ts'

const shownAtFirst = 4

export function Quotes({ evidence }: { evidence: readonly PatternEvidence[] }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? evidence : evidence.slice(0, shownAtFirst)
  return (
    <>
      <ul className="pattern-quotes">
        {shown.map((quote) => (
          <li key={`${quote.sessionId} ${quote.elementId} ${quote.start}`}>
            <blockquote dir="auto">
              <Marked {...quote} />
            </blockquote>
            <TextLink to={`/journey/sessions/${quote.sessionId}`} search={placeOf(quote)}>
              <When day={quote.day} />
              <span className="visually-hidden">{words.quotes.open}</span>
              <ForwardIcon size={14} />
            </TextLink>
          </li>
        ))}
      </ul>
      {shown.length < evidence.length && (
        <button type="button" className="journey-fold" onClick={() => setWhole(true)}>
          {words.quotes.more(evidence.length - shown.length)}
        </button>
      )}
    </>
  )
}

/** The sentence, with the words in it that were read. */
function Marked({ quote, sentence = quote }: Pick<PatternEvidence, 'quote' | 'sentence'>) {
  const start = sentence.indexOf(quote)
  if (start < 0 || quote === sentence) return sentence
  return (
    <>
      {sentence.slice(0, start)}
      <mark>{quote}</mark>
      {sentence.slice(start + quote.length)}
    </>
  )
}

const placeOf = ({ elementId, start }: PatternEvidence) => ({
  ...(elementId !== null && { element: elementId }),
  at: String(start),
})
