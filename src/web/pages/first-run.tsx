/** The very first page: the one-time link makes the administrator. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { Registration } from '#core/auth/contract'
import { createFirstAdministrator } from '../data/signed-in.ts'
import { refetchWelcome, welcomeQuery } from '../data/welcome.ts'
import { ButtonLink } from '../kit/link.tsx'
import { doorWords, titleOf } from '../words.ts'
import { AccountForm } from './account-form.tsx'
import { LinkField, readPastedToken } from './link-field.tsx'
import { tokenOf } from './one-time-link.ts'

export function FirstRunPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const navigate = useNavigate()
  const given = useRouterState({ select: ({ location }) => tokenOf(location.hash) })
  async function submit(registration: Registration, form: FormData) {
    await createFirstAdministrator({ ...registration, token: given ?? readPastedToken(form) })
    await refetchWelcome()
    await navigate({ to: '/first-steps' })
  }
  return (
    <>
      <title>{titleOf(doorWords.firstRunTitle)}</title>
      <h1 className="door-title">{doorWords.firstRunTitle}</h1>
      {welcome?.needsAdministrator === false ? (
        <>
          <p>{doorWords.firstRunDone}</p>
          <ButtonLink to="/sign-in">{doorWords.toSignIn}</ButtonLink>
        </>
      ) : (
        <>
          <p className="door-lead">{doorWords.firstRunLead}</p>
          <AccountForm submitLabel={doorWords.makeAdministrator} submit={submit}>
            {given === undefined && <LinkField hint={doorWords.linkHint} />}
          </AccountForm>
        </>
      )}
    </>
  )
}
