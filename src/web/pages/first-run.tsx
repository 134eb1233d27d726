/** The very first page: the one-time link makes the administrator. */
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { Registration } from '#core/auth/contract'
import { createFirstAdministrator } from '../data/signed-in.ts'
import { refetchWelcome, welcomeQuery } from '../data/welcome.ts'
import { ButtonLink } from '../kit/link.tsx'
import { doorWords, titleOf } from '../words.ts'
import { AccountForm } from './account-form.tsx'
import { readField } from './form-field.ts'

export function FirstRunPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const navigate = useNavigate()
  const given = useRouterState({ select: ({ location }) => tokenOf(location.hash) })
  async function submit(registration: Registration, form: FormData) {
    const token = given ?? tokenOf(readField(form, 'link')) ?? readField(form, 'link').trim()
    await createFirstAdministrator({ ...registration, token })
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
            {given === undefined && (
              <TextInput
                name="link"
                label={doorWords.link}
                description={doorWords.linkHint}
                required
                withAsterisk={false}
                autoComplete="off"
              />
            )}
          </AccountForm>
        </>
      )}
    </>
  )
}

/** The token in `…/first-run#token=…`, or in the part after `#`. */
const tokenOf = (link: string) => /(?:^|#)token=([^&\s]+)/.exec(link)?.[1]
