/** An invitation: make an account with it, where accounts can be made at all. */
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Registration } from '#core/auth/contract'
import { readPerson, register, signOut } from '../data/signed-in.ts'
import { welcomeQuery } from '../data/welcome.ts'
import { ButtonLink, TextLink } from '../kit/link.tsx'
import { Problem } from '../kit/problem.tsx'
import { doorWords, titleOf } from '../words.ts'
import { AccountForm } from './account-form.tsx'
import { LinkField, readPastedToken } from './link-field.tsx'
import { useOneTimeLink } from './one-time-link.ts'

export function JoinPage() {
  const { data: welcome } = useQuery(welcomeQuery)
  const link = useOneTimeLink()
  const [person, setPerson] = useState(readPerson)
  if (welcome?.registration === 'closed') {
    return (
      <Door title={doorWords.closedTitle}>
        <p className="door-lead">{doorWords.closed}</p>
        <ToSignIn />
      </Door>
    )
  }
  if (person) {
    return (
      <Door title={doorWords.signedInTitle}>
        <SignedIn email={person.email} onSignedOut={() => setPerson(undefined)} />
      </Door>
    )
  }
  return (
    <Door title={doorWords.joinTitle}>
      <p className="door-lead">{doorWords.joinLead}</p>
      <Joining key={`${link.token} ${link.email}`} {...link} />
      <ToSignIn />
    </Door>
  )
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <title>{titleOf(title)}</title>
      <h1 className="door-title">{title}</h1>
      {children}
    </>
  )
}

const ToSignIn = () => (
  <p className="door-other">
    {doorWords.hasAccount} <TextLink to="/sign-in">{doorWords.toSignIn}</TextLink>
  </p>
)

function Joining({ token, email }: { token: string | undefined; email: string | undefined }) {
  const navigate = useNavigate()
  async function submit(registration: Registration, form: FormData) {
    await register({ ...registration, invitation: token ?? readPastedToken(form) })
    await navigate({ to: '/' })
  }
  return (
    <AccountForm submitLabel={doorWords.register} submit={submit} email={email}>
      {token === undefined && <LinkField hint={doorWords.joinLinkHint} />}
    </AccountForm>
  )
}

function SignedIn({ email, onSignedOut }: { email: string; onSignedOut: () => void }) {
  const leave = useMutation({ mutationFn: signOut, onSuccess: onSignedOut })
  return (
    <>
      <p className="door-lead">{doorWords.signedIn(email)}</p>
      <div className="door-form">
        {leave.error && <Problem error={leave.error} />}
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {doorWords.signOut}
        </Button>
        <ButtonLink to="/" variant="default">
          {doorWords.stay}
        </ButtonLink>
      </div>
    </>
  )
}
