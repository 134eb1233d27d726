/** An address that leads nowhere. */
import { EmptyState } from '../kit/empty-state.tsx'
import { ButtonLink } from '../kit/link.tsx'
import { notFoundWords, titleOf } from '../words.ts'
import { LonelyStone } from './pictures.tsx'

export function NotFound() {
  return (
    <div className="page" data-width="reading">
      <title>{titleOf(notFoundWords.title)}</title>
      <EmptyState
        heading="page"
        picture={<LonelyStone />}
        title={notFoundWords.title}
        text={notFoundWords.text}
        action={<ButtonLink to="/">{notFoundWords.home}</ButtonLink>}
      />
    </div>
  )
}
