/** One thing that was found. */
import type { Fragment, Hit } from '#core/search/contract'
import { findHitWords, useSpaces } from '../data/running-spaces.ts'
import { TextLink } from '../kit/link.tsx'
import { When } from '../kit/when.tsx'
import { Words } from '../kit/words.tsx'

export function HitRow({ hit }: { hit: Hit }) {
  const words = findHitWords(useSpaces(), hit)
  const title = <Fragments fragments={hit.title} />
  return (
    <li className="hit">
      <p className="hit-facts">
        <span>{words?.noun ?? hit.kind}</span>
        <When at={hit.at} style="date" />
      </p>
      <h2 className="hit-title">{words ? <TextLink to={words.pathOf(hit.id)}>{title}</TextLink> : title}</h2>
      {hit.excerpt.length > 0 && (
        <Words size="excerpt">
          <Fragments fragments={hit.excerpt} />
        </Words>
      )}
      {hit.tags.length > 0 && (
        <ul className="tags">
          {hit.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Fragments({ fragments }: { fragments: readonly Fragment[] }) {
  return fragments.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : text))
}
