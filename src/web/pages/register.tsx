/** Make an account, where the administrator left the door open. */
import { useQuery } from '@tanstack/react-query'
import type { RegistrationMode } from '#core/auth/contract'
import { register } from '../data/signed-in.ts'
import { welcomeQuery } from '../data/welcome.ts'
import { ButtonLink, TextLink } from '../kit/link.tsx'
import { doorWords, titleOf } from '../words.ts'
import { AccountForm } from './account-form.tsx'

const titles: Record<RegistrationMode, string> = {
  open: doorWords.registerTitle,
  invitation: doorWords.invitationTitle,
  closed: doorWords.closedTitle,
}

export function RegisterPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const mode = welcome?.registration ?? 'closed'
  return (
    <>
      <title>{titleOf(doorWords.registerTitle)}</title>
      <h1 className="door-title">{titles[mode]}</h1>
      {mode === 'open' && <AccountForm submitLabel={doorWords.register} submit={register} />}
      {mode === 'invitation' && (
        <>
          <p className="door-lead">{doorWords.invitation}</p>
          <div className="door-form">
            <ButtonLink to="/join" variant="default">
              {doorWords.toJoin}
            </ButtonLink>
          </div>
        </>
      )}
      {mode === 'closed' && <p className="door-lead">{doorWords.closed}</p>}
      <p className="door-other">
        {doorWords.hasAccount}{' '}
        <TextLink to="/sign-in" search>
          {doorWords.toSignIn}
        </TextLink>
      </p>
    </>
  )
}
