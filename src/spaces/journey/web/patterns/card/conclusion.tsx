/** A pattern in one sentence, marked as the machine's, with how sure it is and over how much. */
import type { Pattern } from '../../../patterns/contract.ts'
import { StandingMark } from '../../kinds/machine-mark.tsx'
import { words } from '../words.ts'
import { bandOf } from './confidence.ts'

interface ConclusionProps {
  pattern: Pattern
  /** `large` where it stands alone. */
  size?: 'text' | 'large'
}

export function Conclusion({ pattern, size = 'text' }: ConclusionProps) {
  return (
    <>
      <p className="pattern-sentence" data-size={size} dir="auto">
        <span>{pattern.sentence}</span> <StandingMark status="proposed" />
      </p>
      <Certainty pattern={pattern} />
    </>
  )
}

function Certainty({ pattern }: { pattern: Pattern }) {
  const band = bandOf(pattern)
  return (
    <p className="pattern-certainty">
      {band && (
        <span className="pattern-band" data-band={band} title={words.bandMeaning[band]}>
          {words.bands[band]}
        </span>
      )}
      <span>{words.card.over(words.counted[pattern.counted](pattern.n))}</span>
      {pattern.badges.map((badge) => (
        <span key={badge} className="pattern-badge">
          {words.card.badge(badge)}
        </span>
      ))}
    </p>
  )
}
