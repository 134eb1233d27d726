/** What a feeling is like before it has a name, and what other systems call it. */
import type { Feeling } from '../../contract.ts'
import { taxonomyWords } from './words.ts'

const words = taxonomyWords.feeling

export function FeelingFacts({ feeling: { affect, elsewhere } }: { feeling: Feeling }) {
  return (
    <dl className="taxonomy-facts">
      <div>
        <dt>{words.affect}</dt>
        <dd>{words.affectOf(affect)}</dd>
      </div>
      {elsewhere.map(({ system, names }) => (
        <div key={system}>
          <dt>{words.systems[system]}</dt>
          <dd>{names.join(', ')}</dd>
        </div>
      ))}
    </dl>
  )
}
