/** How a day was: round and warm when it was pleasant, pointed and blue when it was heavy, larger the more so. */
import { words } from '../words.ts'

interface MoodMarkProps {
  valence: number | null
  x: number
  y: number
  /** Of the square that it stands in. */
  size: number
}

const mixed = 0.2
const least = 0.42

export function MoodMark({ valence, x, y, size }: MoodMarkProps) {
  // While a page is being laid out there may be no room yet.
  const half = Math.max(0, size / 2 - 1.5)
  if (valence === null) return <circle className="mood" data-mood="unread" cx={x} cy={y} r={half * 0.4} />
  const strength = Math.min(1, Math.abs(valence))
  const reach = half * (least + (1 - least) * strength)
  if (strength < mixed) return <circle className="mood" data-mood="mixed" cx={x} cy={y} r={half * least} />
  if (valence > 0) return <circle className="mood" data-mood="pleasant" cx={x} cy={y} r={reach} />
  return (
    <path
      className="mood"
      data-mood="heavy"
      d={`M${x} ${y - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}Z`}
    />
  )
}

/** The key to the marks, in words and in the order of the scale. */
export function MoodScale() {
  const steps = [-1, -0.5, 0, 0.5, 1]
  return (
    <ul className="mood-scale">
      {steps.map((valence) => (
        <li key={valence}>
          <svg width={18} height={18} aria-hidden="true">
            <MoodMark valence={valence} x={9} y={9} size={18} />
          </svg>
          {words.moodOf(valence)}
        </li>
      ))}
    </ul>
  )
}
