/** Lets administrators through to their pages, and tells others in plain words. The server refuses them in any case. */
import { Outlet } from '@tanstack/react-router'
import { useSignedIn } from '../data/signed-in.ts'
import { EmptyState } from '../kit/empty-state.tsx'
import { ButtonLink } from '../kit/link.tsx'
import { administratorsOnlyWords, notFoundWords, titleOf } from '../words.ts'
import { LonelyStone } from './pictures.tsx'

export function AdministratorsOnly() {
  const { person } = useSignedIn()
  if (person.role === 'administrator') return <Outlet />
  return (
    <div className="page" data-width="reading">
      <title>{titleOf(administratorsOnlyWords.title)}</title>
      <EmptyState
        heading="page"
        picture={<LonelyStone />}
        title={administratorsOnlyWords.title}
        text={administratorsOnlyWords.text}
        action={<ButtonLink to="/">{notFoundWords.home}</ButtonLink>}
      />
    </div>
  )
}
