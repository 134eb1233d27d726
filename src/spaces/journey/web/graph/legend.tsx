/** What the shapes and colours of a picture stand for. */
import { KindMark } from '../kinds/kind-mark.tsx'
import { words } from './words.ts'
import type { Picture } from './picture.ts'

export function Legend({ picture }: { picture: Picture }) {
  const kinds = new Set([picture.centre, ...picture.around].map(({ kind }) => kind))
  return (
    <ul className="journey-legend" aria-label={words.legend}>
      {[...kinds].map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
          {words.nodeKinds[kind]}
        </li>
      ))}
    </ul>
  )
}
