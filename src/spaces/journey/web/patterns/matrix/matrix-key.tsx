/** What circles and rings mean. */
import { words } from '../words.ts'

export function MatrixKey() {
  return (
    <ul className="mood-scale">
      <li>
        <svg width={18} height={18} aria-hidden="true">
          <circle className="matrix-circle" data-more="true" cx={9} cy={9} r={7} />
        </svg>
        {words.matrix.more}
      </li>
      <li>
        <svg width={18} height={18} aria-hidden="true">
          <circle className="matrix-circle" data-more="false" cx={9} cy={9} r={7} />
        </svg>
        {words.matrix.asChance}
      </li>
      <li>
        <svg width={18} height={18} aria-hidden="true">
          <circle className="matrix-ring" cx={9} cy={9} r={7} />
        </svg>
        {words.matrix.ring}
      </li>
    </ul>
  )
}
