/** A pattern as a calm card: the sentence, a small figure, and behind a fold how it is known and where it was read. */
import type { Pattern } from '../../../patterns/contract.ts'
import { byTime } from '../quotes/evidence.ts'
import { Quotes } from '../quotes/quotes.tsx'
import { words } from '../words.ts'
import { Conclusion } from './conclusion.tsx'
import { SmallFigure } from './small-figure.tsx'

interface PatternCardProps {
  pattern: Pattern
  size?: 'text' | 'large'
}

export function PatternCard({ pattern, size = 'text' }: PatternCardProps) {
  return (
    <article className="pattern-card" data-size={size} aria-label={pattern.sentence}>
      <div className="pattern-card-main">
        <div className="pattern-card-words">
          <Conclusion pattern={pattern} size={size} />
        </div>
        <SmallFigure pattern={pattern} />
      </div>
      <details className="pattern-more">
        <summary>{words.card.more}</summary>
        <Figures pattern={pattern} />
        <h4>{words.card.wouldChange}</h4>
        <p>{pattern.wouldChange}</p>
        <h4>{words.card.quotes}</h4>
        {pattern.evidence.length > 0 ? (
          <Quotes evidence={[...pattern.evidence].sort(byTime)} />
        ) : (
          <p className="quiet">{words.card.noQuotes}</p>
        )}
      </details>
    </article>
  )
}

function Figures({ pattern: { effect, p, q } }: { pattern: Pattern }) {
  const { name, value, per, low, high } = effect
  const range = low === null || high === null ? undefined : words.card.range(words.figure(low), words.figure(high))
  return (
    <p className="pattern-figures">
      {name}: {words.card.per(words.figure(value), per)}
      {range !== undefined && `, ${range}`}.{p !== null && ` ${inChance(p)}`}
      {p !== null && q !== null && ` (${words.card.adjusted(words.share(q))})`}
      {p !== null && '.'}
    </p>
  )
}

const smallest = 0.001

const inChance = (p: number) => (p < smallest ? words.card.smallChance : words.card.chance(words.share(p)))
